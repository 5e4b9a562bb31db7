package io.streamverse.events.access;

import io.streamverse.events.Event;
import io.streamverse.events.Topic;

@Topic("access.v1")
public sealed interface AccessEvent extends Event permits GrantGiven, GrantChanged, GrantStarted, GrantEnded {
    String viewerId();

    @Override
    default String aggregateId() {
        return viewerId();
    }
}
