package io.streamverse.server.tenants;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;

/// Before the first request is taken and the first event.
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
class MigrateAtStart implements ApplicationEventListener<StartupEvent> {
    private final Waves waves;

    MigrateAtStart(Waves waves) {
        this.waves = waves;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        waves.run();
    }
}
