package io.streamverse.server.placement;

import io.streamverse.kernel.signal.Remembered;
import io.streamverse.kernel.signal.Signals;
import io.streamverse.kernel.tenancy.Placements;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/// Remembered like a tenant's standing: dropped as soon as any server says that it has changed.
@Singleton
class KnownPlacements implements Placements {
    static final String SIGNAL = "placement";
    private static final int MOST = 20_000;
    private final Remembered<Place> known;
    private final PlacementRepository placements;
    private final MoveRepository moves;
    private final PlacementConfig config;
    private final InstantSource clock;

    KnownPlacements(
            PlacementRepository placements,
            MoveRepository moves,
            PlacementConfig config,
            InstantSource clock,
            Signals signals) {
        this.placements = placements;
        this.moves = moves;
        this.config = config;
        this.clock = clock;
        this.known = new Remembered<>(signals, SIGNAL, MOST);
    }

    @Override
    public Place of(TenantId tenant) {
        return known.find(tenant.value(), () -> Optional.of(placements.of(tenant)))
                .orElseThrow();
    }

    @Override
    public void forget(TenantId tenant) {
        known.forget(tenant.value());
    }

    @Override
    public boolean hasJustMoved(TenantId tenant) {
        forget(tenant);
        return moves.movedSince(tenant, clock.instant().minus(config.keepLeftBehind()));
    }
}
