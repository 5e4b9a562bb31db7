package io.streamverse.events.clock;

import io.streamverse.events.Event;
import io.streamverse.events.Topic;

@Topic("clock.v1")
public sealed interface ClockEvent extends Event permits TestClockAdvanced {
    String tenantId();

    @Override
    default String aggregateId() {
        return tenantId();
    }
}
