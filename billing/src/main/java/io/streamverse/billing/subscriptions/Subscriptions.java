package io.streamverse.billing.subscriptions;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.billing.plans.Plans;
import io.streamverse.billing.plans.Terms;
import io.streamverse.events.tenants.TenantCreated;
import io.streamverse.kernel.http.Cursor;
import io.streamverse.kernel.http.ETag;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.problem.Unavailable;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

@Singleton
public class Subscriptions {
    private static final int LOOKS = 60;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private final SubscriptionRepository subscriptions;
    private final Plans plans;
    private final Contracts contracts;
    private final Ids ids;
    private final InstantSource clock;
    private final ApplicationEventPublisher<SubscriptionChanged> changes;
    private final ApplicationEventPublisher<ZoneChanged> zoneChanges;

    Subscriptions(
            SubscriptionRepository subscriptions,
            Plans plans,
            Contracts contracts,
            Ids ids,
            InstantSource clock,
            ApplicationEventPublisher<SubscriptionChanged> changes,
            ApplicationEventPublisher<ZoneChanged> zoneChanges) {
        this.subscriptions = subscriptions;
        this.plans = plans;
        this.contracts = contracts;
        this.ids = ids;
        this.clock = clock;
        this.changes = changes;
        this.zoneChanges = zoneChanges;
    }

    public Page<Subscription> list(int limit, @Nullable String after, @Nullable String tenantId) {
        return Page.of(
                subscriptions.page(Cursor.read("sub", after), tenantId, null, limit + 1), limit, Subscription::id);
    }

    public Page<Subscription> listOn(String plan, int limit, @Nullable String after) {
        return Page.of(subscriptions.page(Cursor.read("sub", after), null, plan, limit + 1), limit, Subscription::id);
    }

    public Optional<Subscription> find(TenantId tenant) {
        return subscriptions.findByTenantId(tenant.value());
    }

    /// A new tenant can ask before the news of it has come here.
    public Subscription of(TenantId tenant) {
        return find(tenant)
                .orElseThrow(() -> new Unavailable(
                        "subscriptions.subscription.not-yet",
                        "The subscription of this tenant is being made",
                        Duration.ofSeconds(1)));
    }

    /// For a request that came so soon after sign-up that the news of the tenant is still on its way. Outside of any
    /// transaction, since it may take a while.
    public Subscription awaited(TenantId tenant) {
        return findSoon(tenant).orElseGet(() -> of(tenant));
    }

    /// The same; empty where it does not come.
    public Optional<Subscription> findSoon(TenantId tenant) {
        var found = find(tenant);
        for (var look = 1; look < LOOKS && found.isEmpty(); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            found = find(tenant);
        }
        return found;
    }

    public Zones zones(TenantId tenant) {
        return Zones.of(subscriptions.calendars(tenant.value()));
    }

    public Period periodAt(TenantId tenant, Instant at) {
        return periodAt(of(tenant), at);
    }

    public Period periodAt(Subscription subscription, Instant at) {
        return calendar(subscription, at).at(at);
    }

    /// The terms of the plan that the tenant has at this instant, whole, as they were offered when its period began.
    public Terms termsAt(TenantId tenant, Instant at) {
        return contractAt(of(tenant), at).terms();
    }

    /// As it is known at this instant: the plan that the tenant has then goes on to the end of the period.
    public Contract contractAt(Subscription subscription, Instant at) {
        return contracts.at(at, subscription, periodAt(subscription, at));
    }

    Subscription get(String id) {
        return subscriptions.findById(id).orElseThrow(() -> unknown(id));
    }

    /// The period that runs stays as it is, so that nothing that was counted moves.
    @Transactional
    Subscription change(String id, @Nullable String ifMatch, UnaryOperator<SubscriptionPatch> edit) {
        var current = subscriptions.locked(id).orElseThrow(() -> unknown(id));
        ETag.demand(ifMatch, current.version());
        var wanted = edit.apply(SubscriptionPatch.of(current));
        if (!wanted.zoneExists()) {
            throw new Rejected(
                    "http.request.invalid",
                    "Some fields break a rule; see errors",
                    List.of(new FieldError("/timeZone", "is not a time zone of the IANA database")));
        }
        if (wanted.equals(SubscriptionPatch.of(current))) {
            return current;
        }
        var changed = write(current, wanted);
        var tenant = new TenantId(current.tenantId());
        if (!wanted.timeZone().equals(current.timeZone())) {
            zoneChanges.publishEvent(new ZoneChanged(tenant, changed.calendarFrom()));
        }
        changes.publishEvent(new SubscriptionChanged(tenant));
        return changed;
    }

    private Subscription write(Subscription current, SubscriptionPatch wanted) {
        var now = clock.instant();
        if (current.calendarFrom().isAfter(now)) {
            return subscriptions.update(current.on(wanted, current.calendarFrom()));
        }
        subscriptions.keepCalendar(current.id());
        return subscriptions.update(
                current.on(wanted, current.calendar().at(now).to()));
    }

    @Transactional
    void begin(TenantCreated tenant) {
        demandPlan(tenant.plan());
        subscriptions.save(new Subscription(
                ids.next("sub"),
                tenant.tenantId(),
                tenant.plan(),
                tenant.currency(),
                tenant.country(),
                tenant.createdAt(),
                "UTC",
                Reset.CALENDAR,
                Instant.EPOCH,
                0));
        subscriptions.keepPlan(tenant.tenantId(), tenant.createdAt(), tenant.plan());
        changes.publishEvent(new SubscriptionChanged(new TenantId(tenant.tenantId())));
    }

    @Transactional
    void move(String tenantId, String plan) {
        demandPlan(plan);
        if (subscriptions.move(tenantId, plan) == 1) {
            subscriptions.keepPlan(tenantId, clock.instant(), plan);
            changes.publishEvent(new SubscriptionChanged(new TenantId(tenantId)));
        }
    }

    private static NotFound unknown(String id) {
        return new NotFound("subscriptions.subscription.unknown", "There is no subscription " + id);
    }

    private Calendar calendar(Subscription subscription, Instant at) {
        return at.isBefore(subscription.calendarFrom())
                ? subscriptions
                        .calendarAt(subscription.tenantId(), at)
                        .map(it -> it.calendar(subscription.startedAt()))
                        .orElseThrow(
                                () -> new IllegalStateException("No calendar of " + subscription.id() + " at " + at))
                : subscription.calendar();
    }

    private void demandPlan(String plan) {
        if (!plans.exists(plan)) {
            throw new IllegalStateException("There is no plan " + plan);
        }
    }
}
