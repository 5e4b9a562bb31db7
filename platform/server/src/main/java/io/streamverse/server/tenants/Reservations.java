package io.streamverse.server.tenants;

import io.micronaut.data.exceptions.DataAccessException;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// A slug is taken first, so that two sign-ups never build the same tenant. One that was given up half-way is cleared
/// by the next who wants the slug, and by the clock.
@Singleton
class Reservations {
    private final TenantRepository tenants;
    private final Spaces spaces;
    private final Ids ids;
    private final InstantSource clock;
    private final TenantsConfig config;

    Reservations(TenantRepository tenants, Spaces spaces, Ids ids, InstantSource clock, TenantsConfig config) {
        this.tenants = tenants;
        this.spaces = spaces;
        this.ids = ids;
        this.clock = clock;
        this.config = config;
    }

    Tenant reserve(NewTenantRequest wanted) {
        tenants.findBySlug(wanted.slug()).ifPresent(this::demandGivenUp);
        var now = clock.instant();
        var tenant = new Tenant(
                new TenantId(ids.next(TenantId.PREFIX)),
                wanted.slug(),
                wanted.name(),
                Tenant.State.CREATING,
                wanted.plan(),
                wanted.owner().email(),
                wanted.owner().name(),
                wanted.country(),
                wanted.currency(),
                wanted.externalId(),
                wanted.metadata(),
                null,
                null,
                null,
                now,
                now.plus(config.creation()),
                0);
        try {
            return tenants.save(tenant);
        } catch (DataAccessException e) {
            throw tenants.findBySlug(wanted.slug()).isPresent() ? taken(wanted.slug()) : e;
        }
    }

    /// Removes what a creation left that nobody finishes any more. From here on it cannot become active; and should it
    /// be active already (the commit went through, its answer did not), it stays.
    void clear(Tenant abandoned) {
        tenants.giveUp(abandoned.id());
        if (tenants.isActive(abandoned.id())) {
            return;
        }
        spaces.remove(abandoned.id());
        tenants.forget(abandoned.id());
    }

    private void demandGivenUp(Tenant holder) {
        if (!holder.givenUp(clock.instant())) {
            throw taken(holder.slug());
        }
        clear(holder);
    }

    private static Conflict taken(String slug) {
        return new Conflict("tenants.slug.taken", "The slug " + slug + " is taken, or being taken right now");
    }
}
