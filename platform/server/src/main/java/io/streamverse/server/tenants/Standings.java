package io.streamverse.server.tenants;

import io.streamverse.kernel.signal.Remembered;
import io.streamverse.kernel.signal.Signals;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/// Tenants in use, by id and by slug; dropped as soon as any server changes one, and not kept while that news cannot be
/// heard.
@Singleton
class Standings {
    private static final int MOST = 20_000;
    private final Remembered<Standing> known;
    private final TenantRepository tenants;

    Standings(TenantRepository tenants, Signals signals) {
        this.tenants = tenants;
        this.known =
                new Remembered<>(signals, Tenants.SIGNAL, MOST, it -> it.id().value());
    }

    Optional<Standing> find(TenantId id) {
        return find(id.value(), () -> tenants.findById(id));
    }

    Optional<Standing> findBySlug(String slug) {
        return find(slug, () -> tenants.findBySlug(slug));
    }

    private Optional<Standing> find(String name, Supplier<Optional<Tenant>> load) {
        return known.find(
                name,
                () -> load.get()
                        .filter(tenant -> tenant.state() == Tenant.State.ACTIVE)
                        .map(Standing::of));
    }
}
