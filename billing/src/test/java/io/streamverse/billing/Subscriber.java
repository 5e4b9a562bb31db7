package io.streamverse.billing;

import io.streamverse.billing.metering.Booked;
import io.streamverse.billing.metering.Metering;
import io.streamverse.billing.metering.Usage;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A tenant with a subscription, as sign-up makes one.
public record Subscriber(BillingStage stage, TenantSpace live, String subscription) {

    public static Subscriber of(BillingStage stage, String plan, String currency, Instant since) {
        return of(stage, stage.newSpace(), plan, currency, since);
    }

    public static Subscriber of(BillingStage stage, TenantSpace space, String plan, String currency, Instant since) {
        var id = stage.bean(Ids.class).next("sub");
        stage.run("""
                INSERT INTO billing.subscription (id, tenant_id, plan, currency, country, started_at)
                VALUES ('%1$s', '%2$s', '%3$s', '%4$s', 'FR', '%5$s');
                INSERT INTO billing.subscription_plan VALUES ('%2$s', '%5$s', '%3$s')
                """.formatted(id, space.tenant(), plan, currency, since));
        return new Subscriber(stage, space, id);
    }

    public TenantSpace test() {
        return TenantSpace.test(live.tenant());
    }

    public void use(TenantSpace space, String meter, String quantity, Instant at) {
        use(space, meter, quantity, at, Map.of());
    }

    public void use(TenantSpace space, String meter, String quantity, Instant at, Map<String, String> dimensions) {
        var id = UUID.randomUUID().toString();
        var usage = new Usage(space, "test", id, meter, new BigDecimal(quantity), at, dimensions);
        var booked = stage.bean(Metering.class).book(List.of(usage)).getFirst();
        if (booked.status() != Booked.Status.ACCEPTED) {
            throw new AssertionError(booked.toString());
        }
    }
}
