package io.streamverse.billing.subscriptions;

import io.streamverse.billing.plans.Plans;
import io.streamverse.events.tenants.TenantCreated;
import io.streamverse.kernel.http.Cursor;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.ids.Ids;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

@Singleton
public class Subscriptions {
    private final SubscriptionRepository subscriptions;
    private final Plans plans;
    private final Ids ids;

    Subscriptions(SubscriptionRepository subscriptions, Plans plans, Ids ids) {
        this.subscriptions = subscriptions;
        this.plans = plans;
        this.ids = ids;
    }

    public Page<Subscription> list(int limit, @Nullable String after, @Nullable String tenantId) {
        return Page.of(subscriptions.page(Cursor.read("sub", after), tenantId, limit + 1), limit, Subscription::id);
    }

    void begin(TenantCreated tenant) {
        demandPlan(tenant.plan());
        subscriptions.save(new Subscription(
                ids.next("sub"),
                tenant.tenantId(),
                tenant.plan(),
                tenant.currency(),
                tenant.country(),
                tenant.createdAt()));
    }

    void move(String tenantId, String plan) {
        demandPlan(plan);
        subscriptions.move(tenantId, plan);
    }

    private void demandPlan(String plan) {
        if (!plans.exists(plan)) {
            throw new IllegalStateException("There is no plan " + plan);
        }
    }
}
