package io.streamverse.server.access;

import io.streamverse.server.clock.BusinessTime;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
public class Access {
    private final TierRepository tiers;
    private final KnownTiers known;
    private final BusinessTime time;

    Access(TierRepository tiers, KnownTiers known, BusinessTime time) {
        this.tiers = tiers;
        this.known = known;
        this.time = time;
    }

    /// From memory where it was asked for lately.
    public Optional<Tier> tier(String name) {
        return known.find(name);
    }

    /// The highest of what the viewer's grants give now, by business time; empty where nothing does.
    public Optional<Tier> tierOf(String viewerId) {
        return tiers.highestOf(viewerId, time.now()).map(TierRow::tier);
    }
}
