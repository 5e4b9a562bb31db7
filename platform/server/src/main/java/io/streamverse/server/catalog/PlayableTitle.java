package io.streamverse.server.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What deciding needs of a title. No territory: all. No window: always. `minimumAge` in years, 0 for all, none where
/// it is not rated. `assetId` is empty where a draft has none yet; whether there is such an asset still is for media to
/// say.
public record PlayableTitle(
        String id,
        boolean published,
        String assetId,
        TitleAccess access,
        List<Window> windows,
        Set<String> territories,
        @Nullable Integer minimumAge) {

    /// Whether it may ever be watched there.
    public boolean isLicensedIn(String territory) {
        return (territories.isEmpty() || territories.contains(territory))
                && (windows.isEmpty() || windows.stream().anyMatch(it -> it.holdsIn(territory)));
    }

    /// Whether it may be watched now, there.
    public boolean isOpen(Instant at, String territory) {
        return windows.isEmpty() || windows.stream().anyMatch(it -> it.holdsIn(territory) && it.isOpen(at));
    }
}
