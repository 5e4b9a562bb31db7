package io.streamverse.billing.quotas;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.billing.clock.BusinessTime;
import io.streamverse.billing.metering.Meters;
import io.streamverse.billing.subscriptions.Subscriptions;
import io.streamverse.kernel.http.Cursor;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.money.Money;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every decision is told to the server in the transaction that makes it.
@Singleton
public class Quotas {
    private final Situations situations;
    private final Recounting recounting;
    private final SettingRepository settings;
    private final GrantRepository grants;
    private final Subscriptions subscriptions;
    private final Meters meters;
    private final BusinessTime time;
    private final Ids ids;
    private final InstantSource clock;

    Quotas(
            Situations situations,
            Recounting recounting,
            SettingRepository settings,
            GrantRepository grants,
            Subscriptions subscriptions,
            Meters meters,
            BusinessTime time,
            Ids ids,
            InstantSource clock) {
        this.situations = situations;
        this.recounting = recounting;
        this.settings = settings;
        this.grants = grants;
        this.subscriptions = subscriptions;
        this.meters = meters;
        this.time = time;
        this.ids = ids;
        this.clock = clock;
    }

    /// The operator may speak of a tenant as soon as its sign-up has answered.
    void demandKnown(TenantSpace space) {
        if (subscriptions.findSoon(space.tenant()).isEmpty()) {
            throw new Rejected(
                    "quotas.tenant.unknown",
                    "There is no subscription of " + space.tenant(),
                    List.of(new FieldError("/tenantId", "has no subscription")));
        }
    }

    @Transactional
    Grant grant(NewGrantRequest wanted) {
        var space = wanted.space();
        demandMeter(space, wanted.meter());
        var at = wanted.at() == null ? time.now(space) : wanted.at();
        var grant = grants.save(new Grant(
                ids.next(Grant.PREFIX),
                space.toString(),
                wanted.meter(),
                wanted.amount(),
                wanted.reason(),
                at,
                clock.instant()));
        recounting.recount(space);
        return grant;
    }

    Page<Grant> grants(int limit, @Nullable String after, @Nullable String tenantId) {
        return Page.of(grants.page(Cursor.read(Grant.PREFIX, after), tenantId, limit + 1), limit, Grant::id);
    }

    /// Instead of what the plan includes, from now on; without an amount the plan's again.
    @Transactional
    Standing override(OverrideRequest wanted) {
        var space = wanted.space();
        demandMeter(space, wanted.meter());
        settings.include(space.toString(), wanted.meter(), wanted.amount());
        recounting.recount(space);
        return standing(space, wanted.meter());
    }

    /// A hard cap where the plan has a soft one, and back. What the plan keeps hard stays hard.
    @Transactional
    Standing change(TenantSpace space, String meter, QuotaPatch patch) {
        var current = standing(space, meter);
        var wanted = patch.enforcement() == Enforcement.HARD;
        if (!wanted && current.hardByPlan()) {
            throw new Rejected(
                    "quotas.enforcement.fixed",
                    "The plan keeps " + meter + " hard",
                    List.of(new FieldError("/enforcement", "is hard by the plan")));
        }
        if (current.hard() != wanted) {
            settings.harden(space.toString(), meter, wanted);
            recounting.recount(space);
        }
        return standing(space, meter);
    }

    Standing standing(TenantSpace space, String meter) {
        return situations.of(space).of(meter).orElseThrow(() -> new NotFound("quotas.quota.unknown", "quota " + meter));
    }

    public Situation situation(TenantSpace space) {
        return situations.of(space);
    }

    @Transactional
    Situation budget(TenantSpace space, @Nullable Money amount) {
        var currency = situations.of(space).spent().currency();
        if (amount != null && !amount.currency().equals(currency)) {
            throw new Rejected(
                    "quotas.budget.currency",
                    "Prices here are in " + currency,
                    List.of(new FieldError("/amount/currency", "must be " + currency)));
        }
        settings.budget(space.toString(), amount == null ? null : amount.amount());
        recounting.recount(space);
        return situations.of(space);
    }

    private void demandMeter(TenantSpace space, String meter) {
        if (meters.find(meter).isEmpty() && situations.of(space).of(meter).isEmpty()) {
            throw new Rejected(
                    "quotas.meter.unknown",
                    "There is no meter " + meter,
                    List.of(new FieldError("/meter", "names no meter")));
        }
    }
}
