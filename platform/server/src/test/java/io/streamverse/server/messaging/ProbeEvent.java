package io.streamverse.server.messaging;

import io.streamverse.events.Event;
import io.streamverse.events.Topic;

@Topic("probe.v1")
public sealed interface ProbeEvent extends Event permits ProbeEvent.Seen {
    record Seen(String aggregateId, int number) implements ProbeEvent {}
}
