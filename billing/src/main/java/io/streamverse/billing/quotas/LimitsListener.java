package io.streamverse.billing.quotas;

import io.streamverse.events.limits.LimitEvent;
import io.streamverse.events.limits.QuotasOpened;
import io.streamverse.events.limits.ReservationExpired;
import io.streamverse.events.limits.ReservationSettledLate;
import io.streamverse.kernel.messaging.EventConsumer;
import io.streamverse.kernel.tenancy.TenantContext;
import jakarta.inject.Singleton;

@Singleton
class LimitsListener implements EventConsumer<LimitEvent> {
    private final SpaceRepository spaces;

    LimitsListener(SpaceRepository spaces) {
        this.spaces = spaces;
    }

    @Override
    public String name() {
        return "billing.quotas";
    }

    @Override
    public Class<LimitEvent> events() {
        return LimitEvent.class;
    }

    @Override
    public void on(LimitEvent event) {
        switch (event) {
            case QuotasOpened _ -> spaces.open(TenantContext.current().toString());
            case ReservationExpired _, ReservationSettledLate _ -> {}
        }
    }
}
