package io.streamverse.billing.clock;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.streamverse.kernel.schedule.Loop;
import io.streamverse.kernel.tenancy.Environment;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the steps that were asked for; one that fails is taken again, and holds up no other tenant's.
@Singleton
class Steps implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);
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
        for (var tenant : clocks.advancing()) {
            var space = TenantSpace.of(tenant, Environment.TEST.label());
            try {
                clocks.step(space);
            } catch (RuntimeException e) {
                LOG.error("The test clock of {} could not take its step", tenant, e);
            }
        }
    }
}
