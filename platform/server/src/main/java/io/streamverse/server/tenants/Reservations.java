package io.streamverse.server.tenants;

import io.micronaut.data.exceptions.DataAccessException;
import io.streamverse.kernel.http.Idempotency;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.Unavailable;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A slug is taken first, so that two sign-ups never build the same tenant. One that was given up half-way is cleared
/// by the next who wants the slug, and by the clock.
@Singleton
class Reservations {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(20);
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

    /// Waits a moment for one who is taking the slug right now, and clears what was given up.
    void demandFree(NewTenantRequest wanted) {
        var slug = wanted.slug();
        var until = clock.instant().plus(PATIENCE);
        for (var holder = tenants.findBySlug(slug); holder.isPresent(); holder = tenants.findBySlug(slug)) {
            if (holder.get().givenUp(tenants.now())) {
                clear(holder.get());
            } else if (holder.get().state() == Tenant.State.ERASING) {
                throw held(slug);
            } else if (holder.get().state() == Tenant.State.ACTIVE) {
                throw new Conflict("tenants.slug.taken", "The slug " + slug + " is taken");
            } else {
                demandPatience(holder.get(), wanted, until);
            }
        }
        if (tenants.isHeld(slug, clock.instant())) {
            throw held(slug);
        }
    }

    private static Conflict held(String slug) {
        return new Conflict(
                "tenants.slug.held", "The slug " + slug + " was of a tenant that is gone, and is held back");
    }

    Tenant reserve(NewTenantRequest wanted) {
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
                List.of(),
                null,
                null,
                null,
                null,
                now,
                tenants.now().plus(config.creation()),
                0);
        try {
            return tenants.save(tenant);
        } catch (DataAccessException e) {
            if (tenants.findBySlug(wanted.slug()).isEmpty()) {
                throw e;
            }
            demandFree(wanted);
            return reserve(wanted);
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

    private void demandPatience(Tenant holder, NewTenantRequest wanted, Instant until) {
        if (clock.instant().isBefore(until)) {
            LockSupport.parkNanos(PAUSE.toNanos());
        } else if (wanted.equals(NewTenantRequest.of(holder))) {
            throw Idempotency.inProgress();
        } else {
            throw new Unavailable(
                    "tenants.tenant.creation-too-slow",
                    "A tenant " + wanted.slug() + " is being made right now; try again",
                    Duration.ofSeconds(1));
        }
    }
}
