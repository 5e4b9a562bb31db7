package io.streamverse.server.tenants;

import io.streamverse.events.plans.PlanEvent;
import io.streamverse.events.plans.PlanPublished;
import io.streamverse.kernel.messaging.EventConsumer;
import io.streamverse.server.limits.Allowance;
import jakarta.inject.Singleton;

/// Which plans there are, so that a sign-up does not have to ask billing.
@Singleton
class PlansListener implements EventConsumer<PlanEvent> {
    private final TenantRepository tenants;

    PlansListener(TenantRepository tenants) {
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "server.tenants";
    }

    @Override
    public Class<PlanEvent> events() {
        return PlanEvent.class;
    }

    @Override
    public String dataSource() {
        return "control";
    }

    @Override
    public void on(PlanEvent event) {
        switch (event) {
            case PlanPublished it ->
                tenants.putPlan(
                        it.code(),
                        it.name(),
                        it.allowances().stream()
                                .map(each -> new Allowance(each.meter(), each.amount(), each.hard()))
                                .toList());
        }
    }
}
