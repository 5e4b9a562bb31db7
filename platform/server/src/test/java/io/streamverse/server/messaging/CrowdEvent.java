package io.streamverse.server.messaging;

import io.streamverse.events.Event;
import io.streamverse.events.Topic;

@Topic("crowd.v1")
public sealed interface CrowdEvent extends Event permits CrowdEvent.Came {
    record Came(String aggregateId) implements CrowdEvent {}
}
