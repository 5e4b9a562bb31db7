package io.streamverse.server.tenants;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.tenants.TenantCreated;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.server.keys.Keys;
import io.streamverse.server.placement.Placement;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/// A tenant in one act, over two databases that share no transaction: the slug is reserved, the schema made, and only
/// then tenant, keys, event and the stored answer appear together. Whatever dies on the way leaves a reservation that
/// runs out.
@Singleton
class SignUp {
    private final Reservations reservations;
    private final Placement placement;
    private final Spaces spaces;
    private final TenantRepository tenants;
    private final Tenants rules;
    private final Keys keys;
    private final Outbox outbox;

    SignUp(
            Reservations reservations,
            Placement placement,
            Spaces spaces,
            TenantRepository tenants,
            Tenants rules,
            Keys keys,
            Outbox outbox) {
        this.reservations = reservations;
        this.placement = placement;
        this.spaces = spaces;
        this.tenants = tenants;
        this.rules = rules;
        this.keys = keys;
        this.outbox = outbox;
    }

    /// `remember` runs in the transaction that makes the tenant real.
    CreatedTenant create(NewTenantRequest wanted, Consumer<CreatedTenant> remember) {
        Slugs.demandFree(wanted.slug());
        rules.demandPlan(wanted.plan());
        reservations.demandFree(wanted);
        // who took both meanwhile is a twin of this call: reserving waits for it
        rules.demandFreeExternalId(wanted.externalId(), holder -> holder.slug().equals(wanted.slug()));
        var reserved = reservations.reserve(wanted);
        try {
            placement.choose(reserved.id());
            spaces.make(TenantSpace.live(reserved.id()), reserved.name(), reserved.plan());
            return activate(reserved, remember);
        } catch (RuntimeException e) {
            reservations.clear(reserved);
            throw e;
        }
    }

    @Transactional("control")
    CreatedTenant activate(Tenant reserved, Consumer<CreatedTenant> remember) {
        if (tenants.activate(reserved.id()) == 0) {
            throw Spaces.tooSlow();
        }
        var live = TenantSpace.live(reserved.id());
        spaces.record(live);
        var liveKey = keys.first(live).secret();
        var testKey = keys.first(TenantSpace.test(reserved.id())).secret();
        outbox.add(live, created(reserved));
        var made = new CreatedTenant(tenants.findById(reserved.id()).orElseThrow(), liveKey, testKey);
        remember.accept(made);
        return made;
    }

    private static TenantCreated created(Tenant tenant) {
        return new TenantCreated(
                tenant.id().value(),
                tenant.slug(),
                tenant.name(),
                tenant.plan(),
                tenant.ownerEmail(),
                tenant.ownerName(),
                tenant.country(),
                tenant.currency(),
                tenant.createdAt());
    }
}
