package io.streamverse.server.clock;

import io.streamverse.events.clock.ClockEvent;
import io.streamverse.events.clock.TestClockAdvanced;
import io.streamverse.kernel.messaging.EventConsumer;
import jakarta.inject.Singleton;

@Singleton
class ClockListener implements EventConsumer<ClockEvent> {
    private final TestClockRepository clocks;

    ClockListener(TestClockRepository clocks) {
        this.clocks = clocks;
    }

    @Override
    public String name() {
        return "server.clock";
    }

    @Override
    public Class<ClockEvent> events() {
        return ClockEvent.class;
    }

    @Override
    public void on(ClockEvent event) {
        switch (event) {
            case TestClockAdvanced it -> clocks.put(it.aheadMs());
        }
    }
}
