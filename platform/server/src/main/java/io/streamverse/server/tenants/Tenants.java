package io.streamverse.server.tenants;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.tenants.TenantChanged;
import io.streamverse.events.tenants.TenantResumed;
import io.streamverse.events.tenants.TenantSuspended;
import io.streamverse.kernel.http.Cursor;
import io.streamverse.kernel.http.ETag;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.signal.Signals;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

@Singleton
public class Tenants {
    static final String SIGNAL = "tenants";
    private final TenantRepository tenants;
    private final Outbox outbox;
    private final Signals signals;

    Tenants(TenantRepository tenants, Outbox outbox, Signals signals) {
        this.tenants = tenants;
        this.outbox = outbox;
        this.signals = signals;
    }

    public Page<Tenant> list(int limit, @Nullable String after, @Nullable String slug, @Nullable String externalId) {
        var rows = tenants.page(Cursor.read(TenantId.PREFIX, after), slug, externalId, limit + 1);
        return Page.of(rows, limit, tenant -> tenant.id().value());
    }

    public Tenant get(String id) {
        return TenantId.find(id)
                .flatMap(tenants::findById)
                .filter(tenant -> tenant.state() == Tenant.State.ACTIVE)
                .orElseThrow(() -> new NotFound("tenants.tenant.unknown", "tenant " + id));
    }

    @Transactional("control")
    Tenant change(String id, @Nullable String ifMatch, UnaryOperator<TenantPatch> edit) {
        var current = get(id);
        ETag.demand(ifMatch, current.version());
        var patch = edit.apply(TenantPatch.of(current));
        demandPlan(patch.plan());
        demandFreeExternalId(patch.externalId(), holder -> holder.id().equals(current.id()));
        var changed = tenants.update(current.with(patch));
        outbox.add(
                TenantSpace.live(changed.id()),
                new TenantChanged(id, changed.name(), changed.plan(), changed.ownerEmail(), changed.ownerName()));
        signals.send(SIGNAL, id);
        return changed;
    }

    @Transactional("control")
    public Tenant suspend(String id, Suspension suspension) {
        var suspended = tenants.update(get(id).with(suspension));
        outbox.add(
                TenantSpace.live(suspended.id()),
                new TenantSuspended(id, suspension.level().label(), suspension.reason(), suspension.at()));
        signals.send(SIGNAL, id);
        return suspended;
    }

    @Transactional("control")
    public Tenant resume(String id) {
        var current = get(id);
        if (current.suspension() == null) {
            return current;
        }
        var resumed = tenants.update(current.with((Suspension) null));
        outbox.add(TenantSpace.live(resumed.id()), new TenantResumed(id));
        signals.send(SIGNAL, id);
        return resumed;
    }

    void demandPlan(String plan) {
        if (!tenants.planExists(plan)) {
            throw new Rejected(
                    "tenants.plan.unknown",
                    "There is no plan " + plan,
                    List.of(new FieldError("/plan", "names no plan; see /operator/v1/plans")));
        }
    }

    void demandFreeExternalId(@Nullable String externalId, Predicate<Tenant> allowed) {
        if (externalId == null) {
            return;
        }
        tenants.findByExternalId(externalId).filter(allowed.negate()).ifPresent(_ -> {
            throw new Conflict("tenants.tenant.external-id-taken", "Another tenant has the externalId " + externalId);
        });
    }
}
