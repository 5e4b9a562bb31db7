package io.streamverse.server.playback;

import io.streamverse.server.access.Holding;
import io.streamverse.server.access.Tier;
import io.streamverse.server.catalog.PlayableTitle;
import io.streamverse.server.drm.Keep;
import io.streamverse.server.viewers.ViewerProfile;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that a decision goes by. No `viewerId`: signed out. `demanded` is the tier that the title is for,
/// `holding` what the viewer has. Without a `fit` nothing of the asset can be shown on the device; with `keep` the
/// device is to keep it.
record Situation(
        PlayableTitle title,
        Instant now,
        boolean suspended,
        @Nullable String viewerId,
        @Nullable String territory,
        @Nullable Tier demanded,
        @Nullable Holding holding,
        @Nullable ViewerProfile profile,
        Fit fit,
        @Nullable Keep keep,
        Map<String, Object> exhausted,
        @Nullable Places places) {

    /// How an asset and a device go together. Not ready: there is no asset yet.
    enum Fit {
        SHOWN,
        NOTHING_FITS,
        NOT_READY,
        NOT_ASKED
    }

    /// How many may play at once, or be kept, and how many are.
    record Places(int limit, int held) {}

    Situation with(@Nullable Places counted) {
        return new Situation(
                title, now, suspended, viewerId, territory, demanded, holding, profile, fit, keep, exhausted, counted);
    }

    Decision decide() {
        return new Decision(Rules.all(this));
    }

    @Nullable
    Tier tier() {
        return holding == null ? null : holding.tier();
    }

    int downloads() {
        return holding == null ? 0 : holding.tier().downloads();
    }

    int streams(@Nullable Integer saidByTenant) {
        return saidByTenant != null
                ? saidByTenant
                : Optional.ofNullable(tier()).map(Tier::streams).orElse(1);
    }
}
