package io.streamverse.server.access;

import io.streamverse.server.clock.BusinessTime;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
public class Access {
    private final TierRepository tiers;
    private final KnownTiers known;
    private final HoldingRepository holdings;
    private final Grants grants;
    private final BusinessTime time;

    Access(TierRepository tiers, KnownTiers known, HoldingRepository holdings, Grants grants, BusinessTime time) {
        this.tiers = tiers;
        this.known = known;
        this.holdings = holdings;
        this.grants = grants;
        this.time = time;
    }

    /// The lowest first.
    public List<OfferedTier> tiers() {
        return tiers.all().stream()
                .map(it -> new OfferedTier(it.tier(), it.texts()))
                .toList();
    }

    /// From memory where it was asked for lately.
    public Optional<Tier> tier(String name) {
        return known.find(name);
    }

    /// The highest of what the viewer's grants give now, by business time; empty where nothing does. What is for one
    /// title alone does not count.
    public Optional<Tier> tierOf(String viewerId) {
        return tiers.highestOf(viewerId, time.now()).map(TierRow::tier);
    }

    /// What the viewer's grants give of a title now, by business time. What opens it, where it is for tiers of rank
    /// `demanded` and above, goes before what does not, however high that is.
    public Optional<Holding> holding(String viewerId, String titleId, int demanded) {
        return holdings.held(viewerId, titleId, demanded, time.now()).map(HeldTier::holding);
    }

    /// It is watched by this grant. Where it has hours, they run from now on.
    public void watched(String viewerId, String grantId) {
        grants.start(viewerId, grantId);
    }
}
