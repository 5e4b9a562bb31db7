package io.streamverse.server.tenants;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.streamverse.kernel.signal.Signals;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Tenants in use, by id and by slug; dropped as soon as any server changes one, and not kept while that news cannot be
/// heard.
@Singleton
class Standings {
    private final Cache<String, Standing> known = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();
    private final TenantRepository tenants;
    private final Signals signals;

    Standings(TenantRepository tenants, Signals signals) {
        this.tenants = tenants;
        this.signals = signals;
        signals.on(
                Tenants.SIGNAL,
                id -> known.asMap().values().removeIf(it -> it.id().value().equals(id)));
        signals.onLoss(known::invalidateAll);
    }

    Optional<Standing> find(TenantId id) {
        return find(id.value(), () -> tenants.findById(id));
    }

    Optional<Standing> findBySlug(String slug) {
        return find(slug, () -> tenants.findBySlug(slug));
    }

    private Optional<Standing> find(String name, Supplier<Optional<Tenant>> load) {
        var remembered = known.getIfPresent(name);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        var heard = signals.heard();
        var found = load.get()
                .filter(tenant -> tenant.state() == Tenant.State.ACTIVE)
                .map(Standing::of);
        if (signals.connected()) {
            found.ifPresent(standing -> known.put(name, standing));
        }
        if (signals.heard() != heard) {
            known.invalidate(name);
        }
        return found;
    }
}
