package io.streamverse.server.playback;

import static io.streamverse.server.playback.Finding.failed;
import static io.streamverse.server.playback.Finding.passed;
import static io.streamverse.server.playback.Finding.skipped;

import io.streamverse.server.catalog.TitleAccess;
import io.streamverse.server.catalog.Window;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// The rules, each by itself: they know nothing but the situation. A step that failed hides none behind it, so that
/// support sees all that stands in the way.
final class Rules {
    private Rules() {}

    static List<Finding> all(Situation it) {
        return List.of(
                title(it),
                suspension(it),
                signedIn(it),
                territory(it),
                window(it),
                entitlement(it),
                age(it),
                device(it),
                DownloadRules.offline(it),
                quota(it),
                concurrency(it),
                DownloadRules.count(it));
    }

    private static Finding title(Situation it) {
        if (!it.title().published()) {
            return failed(Step.TITLE, "The title is not published");
        }
        return it.fit() == Situation.Fit.NOT_READY
                ? failed(Step.TITLE, "The title has no asset that is ready")
                : passed(Step.TITLE, "It is published");
    }

    private static Finding suspension(Situation it) {
        return it.suspended()
                ? failed(Step.SUSPENDED, "This service is suspended: nothing plays for now")
                : passed(Step.SUSPENDED, "The service is not suspended");
    }

    private static Finding signedIn(Situation it) {
        return it.viewerId() == null
                ? failed(Step.SIGNED_OUT, "Sign in to play")
                : passed(Step.SIGNED_OUT, "Signed in as " + it.viewerId());
    }

    private static Finding territory(Situation it) {
        var everywhere = it.title().territories().isEmpty();
        var here = it.territory();
        if (here == null) {
            return everywhere && someWindow(it).findAny().isPresent()
                    ? passed(Step.TERRITORY, "It plays everywhere")
                    : failed(Step.TERRITORY, "It plays in some territories only, and where you are is not known");
        }
        if (!everywhere && !it.title().territories().contains(here)) {
            return failed(Step.TERRITORY, "It does not play in " + here, Map.of("territory", here));
        }
        return someWindow(it).findAny().isPresent()
                ? passed(Step.TERRITORY, "It plays in " + here)
                : failed(Step.TERRITORY, "No window is for " + here, Map.of("territory", here));
    }

    private static Finding window(Situation it) {
        var windows = someWindow(it).toList();
        if (windows.isEmpty()) {
            return skipped(Step.WINDOW, "No window is for this territory");
        }
        if (windows.stream().anyMatch(window -> window.isOpen(it.now()))) {
            return passed(Step.WINDOW, "A window is open");
        }
        return windows.stream()
                .map(Window::from)
                .filter(Objects::nonNull)
                .filter(from -> from.isAfter(it.now()))
                .min(Comparator.naturalOrder())
                .map(from -> failed(Step.WINDOW, "It plays from " + from, Map.of("opensAt", from.toString())))
                .orElseGet(() -> closed(windows));
    }

    private static Finding closed(List<Window> windows) {
        return windows.stream()
                .map(Window::until)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(until -> failed(Step.WINDOW, "It played until " + until, Map.of("closedAt", until.toString())))
                .orElseGet(() -> failed(Step.WINDOW, "No window is open"));
    }

    /// Those that count where the viewer is; a title without windows has one that never ends.
    static Stream<Window> someWindow(Situation it) {
        var here = it.territory();
        return it.title().windows().isEmpty()
                ? Stream.of(new Window(null, null, Set.of()))
                : it.title().windows().stream()
                        .filter(window -> window.territories().isEmpty()
                                || (here != null && window.territories().contains(here)));
    }

    private static Finding entitlement(Situation it) {
        if (it.viewerId() == null) {
            return skipped(Step.NO_ENTITLEMENT, "Nobody is signed in");
        }
        if (it.title().access().kind() == TitleAccess.Kind.FREE) {
            return passed(Step.NO_ENTITLEMENT, "It is free for everybody who is signed in");
        }
        var demanded = it.demanded();
        var name = String.valueOf(it.title().access().tier());
        if (demanded == null) {
            return failed(Step.NO_ENTITLEMENT, "It is for the tier %s, which is gone".formatted(name));
        }
        var holding = it.holding();
        if (holding == null) {
            return failed(Step.NO_ENTITLEMENT, "It takes the tier " + name, Map.of("tier", name));
        }
        var tier = holding.tier().name();
        return holding.opens(demanded)
                ? passed(Step.NO_ENTITLEMENT, "The tier %s holds what is for %s".formatted(tier, name))
                : failed(
                        Step.NO_ENTITLEMENT,
                        "It takes the tier %s, and yours is %s".formatted(name, tier),
                        Map.of("tier", name, "yourTier", tier));
    }

    private static Finding age(Situation it) {
        var profile = it.profile();
        if (profile == null) {
            return skipped(Step.AGE, "No profile watches");
        }
        var most = profile.maximumAge();
        var least = it.title().minimumAge();
        if (most == null || (least != null && least <= most)) {
            return passed(Step.AGE, "The profile %s may watch it".formatted(profile.id()));
        }
        if (least == null) {
            return failed(
                    Step.AGE,
                    "It is not rated, and this profile sees what is rated up to %d".formatted(most),
                    Map.of("maximumAge", most));
        }
        return failed(
                Step.AGE,
                "It is rated %d, and this profile sees what is rated up to %d".formatted(least, most),
                Map.of("minimumAge", least, "maximumAge", most));
    }

    private static Finding device(Situation it) {
        return switch (it.fit()) {
            case SHOWN -> passed(Step.DEVICE, "The device can show it");
            case NOTHING_FITS ->
                failed(
                        Step.DEVICE,
                        "None of its renditions fits this device: its codecs and key systems, and the tier's height");
            case NOT_READY -> skipped(Step.DEVICE, "There is nothing to show");
            case NOT_ASKED -> skipped(Step.DEVICE, "No device was named");
        };
    }

    private static Finding quota(Situation it) {
        return it.exhausted().isEmpty()
                ? passed(Step.QUOTA, "The service has room left")
                : failed(
                        Step.QUOTA,
                        "This service has used up what it may deliver: "
                                + it.exhausted().getOrDefault("meter", ""),
                        it.exhausted());
    }

    private static Finding concurrency(Situation it) {
        var places = it.places();
        if (places == null || it.keep() != null) {
            return skipped(Step.CONCURRENCY, "Who plays now was not asked");
        }
        return places.held() < places.limit()
                ? passed(Step.CONCURRENCY, "%d of %d play now".formatted(places.held(), places.limit()))
                : failed(Step.CONCURRENCY, "All %d places are taken".formatted(places.limit()));
    }
}
