package io.streamverse.billing.clock;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.streamverse.kernel.schedule.Loop;
import io.streamverse.kernel.tenancy.EachSpace;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Takes the steps that were asked for; one that fails is taken again, and holds up no other tenant's.
@Singleton
class Steps implements ApplicationEventListener<StartupEvent> {
    private static final Duration LOOK = Duration.ofMillis(500);
    private final TestClocks clocks;
    private final Loop loop;

    Steps(TestClocks clocks) {
        this.clocks = clocks;
        this.loop = new Loop("test-clocks", LOOK, this::take);
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        loop.start();
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }

    void wake() {
        loop.wake();
    }

    private void take() {
        EachSpace.each("the step of a test clock", clocks.advancing(), clocks::step);
    }
}
