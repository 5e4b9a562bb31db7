package io.streamverse.events.viewers;

import io.streamverse.events.Event;
import io.streamverse.events.Topic;

@Topic("viewers.v1")
public sealed interface ViewerEvent extends Event permits ViewerRegistered, ViewerSessionEnded {
    String viewerId();

    @Override
    default String aggregateId() {
        return viewerId();
    }
}
