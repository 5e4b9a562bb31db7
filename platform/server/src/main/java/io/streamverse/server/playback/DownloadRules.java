package io.streamverse.server.playback;

import static io.streamverse.server.playback.Finding.failed;
import static io.streamverse.server.playback.Finding.passed;
import static io.streamverse.server.playback.Finding.skipped;

import io.streamverse.server.access.Tier;
import io.streamverse.server.catalog.Window;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The rules for what a device is to keep, and until when that would be.
final class DownloadRules {
    private DownloadRules() {}

    static Finding offline(Situation it) {
        var keep = it.keep();
        if (keep == null) {
            return skipped(Step.OFFLINE, "It is not to be kept");
        }
        var tier = it.tier();
        if (tier == null) {
            return failed(Step.OFFLINE, "Without a tier nothing is kept on devices");
        }
        if (tier.downloads() == 0) {
            return failed(Step.OFFLINE, "With the tier %s nothing is kept on devices".formatted(tier.name()), of(tier));
        }
        return keep.days() == 0
                ? failed(Step.OFFLINE, "Licences for these tracks are not kept on a device", of(tier))
                : passed(Step.OFFLINE, "It may be kept for %d days".formatted(keep.days()));
    }

    static Finding count(Situation it) {
        var places = it.places();
        if (places == null || it.keep() == null) {
            return skipped(Step.DOWNLOADS, "It is not to be kept, or what is kept was not asked");
        }
        return places.held() < places.limit()
                ? passed(Step.DOWNLOADS, "%d of %d are kept".formatted(places.held(), places.limit()))
                : failed(Step.DOWNLOADS, "All %d that may be kept are".formatted(places.limit()));
    }

    /// When the window closes that is open longest, by business time; none where one never does.
    static @Nullable Instant closesAt(Situation it) {
        var open =
                Rules.someWindow(it).filter(window -> window.isOpen(it.now())).toList();
        return open.stream().anyMatch(window -> window.until() == null)
                ? null
                : open.stream()
                        .map(Window::until)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    private static Map<String, Object> of(Tier tier) {
        return Map.of("tier", tier.name());
    }
}
