package io.streamverse.server.access;

import io.streamverse.server.clock.BusinessTime;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
public class Access {
    private final TierRepository tiers;
    private final BusinessTime time;

    Access(TierRepository tiers, BusinessTime time) {
        this.tiers = tiers;
        this.time = time;
    }

    /// The lowest first.
    public List<OfferedTier> tiers() {
        return tiers.all().stream()
                .map(it -> new OfferedTier(it.tier(), it.texts()))
                .toList();
    }

    public Optional<Tier> tier(String name) {
        return tiers.find(name).map(TierRow::tier);
    }

    /// The highest of what the viewer's grants give now, by business time; empty where nothing does.
    public Optional<Tier> tierOf(String viewerId) {
        return tiers.highestOf(viewerId, time.now()).map(TierRow::tier);
    }
}
