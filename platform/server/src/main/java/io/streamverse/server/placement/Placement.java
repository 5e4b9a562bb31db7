package io.streamverse.server.placement;

import io.streamverse.kernel.problem.Unavailable;
import io.streamverse.kernel.tenancy.HostDatabase;
import io.streamverse.kernel.tenancy.HostDatabases;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

@Singleton
public class Placement {
    private static final Duration NOT_AGAIN_WITHIN = Duration.ofMinutes(1);
    private final HostDatabases hosts;
    private final PlacementRepository placements;

    Placement(HostDatabases hosts, PlacementRepository placements) {
        this.hosts = hosts;
        this.placements = placements;
    }

    /// A new tenant goes where most room is, before its first schema is made.
    public void choose(TenantId tenant) {
        var chosen = fills().stream()
                .filter(Fill::hasRoom)
                .min(Comparator.comparingDouble(Fill::share))
                .orElseThrow(() -> new Unavailable(
                        "placement.databases.full",
                        "No database that answers has room for a tenant",
                        NOT_AGAIN_WITHIN));
        placements.put(tenant, chosen.host().name());
    }

    /// Of one that is erased: whoever moves it now is too late.
    public void endMoves(TenantId tenant) {
        placements.endMoves(tenant);
    }

    /// The name of the database that the tenant is in.
    public String of(TenantId tenant) {
        return hosts.of(tenant).name();
    }

    List<Fill> fills() {
        var tenants = placements.tenants();
        return hosts.all().stream()
                .sorted(Comparator.comparing(HostDatabase::isMain).reversed().thenComparing(HostDatabase::name))
                .map(host -> new Fill(host, tenants.getOrDefault(host.name(), 0)))
                .toList();
    }
}
