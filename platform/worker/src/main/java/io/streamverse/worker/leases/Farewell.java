package io.streamverse.worker.leases;

import io.micronaut.context.event.ApplicationEventListener;
import io.streamverse.kernel.app.AppStops;
import jakarta.inject.Singleton;

/// What runs is given back first of all: nobody knows how long the rest of the stop may take.
@Singleton
class Farewell implements ApplicationEventListener<AppStops> {
    private final Leases leases;

    Farewell(Leases leases) {
        this.leases = leases;
    }

    @Override
    public void onApplicationEvent(AppStops event) {
        leases.stop();
    }
}
