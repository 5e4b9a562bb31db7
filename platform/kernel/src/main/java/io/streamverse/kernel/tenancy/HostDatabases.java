package io.streamverse.kernel.tenancy;

import io.micronaut.context.BeanProvider;
import io.streamverse.kernel.app.StartFailure;
import io.streamverse.kernel.database.Pools;
import io.streamverse.kernel.schedule.Loop;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All databases that hold tenants' schemas; none in an app without such. With a single one nobody asks who is where.
@Singleton
public class HostDatabases {
    private static final Duration SWEEP = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private final List<HostDatabase> all;
    private final Map<String, HostDatabase> byName;
    private final BeanProvider<Placements> placements;

    HostDatabases(List<HostDatabase> all, Pools pools, BeanProvider<Placements> placements) {
        this.all = all;
        this.placements = placements;
        if (all.stream().filter(HostDatabase::isMain).count() > 1) {
            throw new StartFailure("databases.main is the name of the first database: give the further one another.");
        }
        this.byName = all.stream().collect(Collectors.toMap(HostDatabase::name, Function.identity()));
        var sweep = new Loop("unused-connections", SWEEP, () -> all.forEach(HostDatabase::endUnused));
        pools.beforeClosing(() -> {
            sweep.stop();
            all.forEach(HostDatabase::endAll);
        });
        if (!all.isEmpty()) {
            sweep.start();
        }
    }

    public List<HostDatabase> all() {
        return all;
    }

    /// All but the first, which schema `control` is in.
    public List<HostDatabase> further() {
        return all.stream().filter(it -> !it.isMain()).toList();
    }

    public Optional<HostDatabase> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// Where the tenant's schemas are.
    public HostDatabase of(TenantId tenant) {
        return all.size() == 1 ? all.getFirst() : host(placements.get().of(tenant));
    }

    public boolean isInMain(TenantSpace space) {
        return all.size() <= 1 || of(space.tenant()).isMain();
    }

    /// Nobody gets at the tenant's data for now, or not for writing.
    public boolean isOutOfReach(TenantSpace space) {
        if (all.size() <= 1) {
            return false;
        }
        var place = placements.get().of(space.tenant());
        return place.moving() || host(place).isAway();
    }

    /// The same as `of`, after the pause of a move that began just now.
    HostDatabase entered(TenantId tenant) {
        if (all.size() == 1) {
            return all.getFirst();
        }
        var place = placements.get().of(tenant);
        while (place.isWorthWaiting()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            place = placements.get().of(tenant);
        }
        return host(place);
    }

    /// Where the tenant is, whatever this server remembers; empty while it is being moved.
    Optional<HostDatabase> settled(TenantId tenant) {
        if (all.size() == 1) {
            return Optional.of(all.getFirst());
        }
        placements.get().forget(tenant);
        var place = placements.get().of(tenant);
        return place.moving() ? Optional.empty() : Optional.of(host(place));
    }

    private HostDatabase host(Placements.Place place) {
        return find(place.database())
                .orElseThrow(() -> new IllegalStateException("There is no database " + place.database()));
    }
}
