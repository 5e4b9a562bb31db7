package io.streamverse.billing.plans;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;

@Singleton
class PublishAtStart implements ApplicationEventListener<StartupEvent> {
    private final Plans plans;

    PublishAtStart(Plans plans) {
        this.plans = plans;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        plans.publishNew();
    }
}
