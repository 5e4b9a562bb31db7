package io.streamverse.server.limits;

import io.streamverse.events.quotas.AllowanceSet;
import io.streamverse.events.quotas.BudgetCounted;
import io.streamverse.events.quotas.QuotaEvent;
import io.streamverse.events.quotas.QuotaWarning;
import io.streamverse.events.quotas.UsageCounted;
import io.streamverse.kernel.messaging.EventConsumer;
import jakarta.inject.Singleton;

@Singleton
class QuotasListener implements EventConsumer<QuotaEvent> {
    private final Counts counts;

    QuotasListener(Counts counts) {
        this.counts = counts;
    }

    @Override
    public String name() {
        return "server.limits";
    }

    @Override
    public Class<QuotaEvent> events() {
        return QuotaEvent.class;
    }

    @Override
    public void on(QuotaEvent event) {
        if (counts.isElsewhere()) {
            return;
        }
        switch (event) {
            case AllowanceSet it -> counts.allow(it);
            case UsageCounted it -> counts.count(it);
            case BudgetCounted it -> counts.count(it);
            case QuotaWarning _ -> {}
        }
    }
}
