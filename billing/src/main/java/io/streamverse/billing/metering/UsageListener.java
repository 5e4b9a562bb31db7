package io.streamverse.billing.metering;

import io.streamverse.events.usage.UsageEvent;
import io.streamverse.kernel.messaging.EventConsumer;
import jakarta.inject.Singleton;

@Singleton
class UsageListener implements EventConsumer<UsageEvent> {
    static final String NAME = "billing.metering";
    private final Metering metering;
    private final Facts facts;

    UsageListener(Metering metering, Facts facts) {
        this.metering = metering;
        this.facts = facts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<UsageEvent> events() {
        return UsageEvent.class;
    }

    @Override
    public void on(UsageEvent event) {
        metering.take(facts.usage(event));
    }
}
