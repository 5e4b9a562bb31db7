package io.streamverse.billing.plans;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a plan can include or price. The meters themselves belong to a room that stands above this one; a test keeps
/// the two alike.
final class Goods {
    static final Set<String> METERS = Set.of(
            "transcode.gpu",
            "transcode.cpu",
            "storage",
            "delivery.bytes",
            "delivery.minutes",
            "live.ingest",
            "drm.licences",
            "api.calls",
            "webhooks.sent",
            "viewers.active",
            "support.hours");
    /// What costs us something is more than what we sell.
    static final Set<String> COSTS =
            Stream.concat(METERS.stream(), Stream.of("transcode.device")).collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Set<String>> DIMENSIONS = Map.of(
            "transcode.gpu", Set.of("codec", "resolution", "frameRate", "hdr", "passes"),
            "transcode.cpu", Set.of("codec", "resolution", "frameRate", "hdr", "passes"),
            "transcode.device", Set.of("accelerator"),
            "storage", Set.of("class"),
            "delivery.bytes", Set.of("via"),
            "delivery.minutes", Set.of("via"),
            "drm.licences", Set.of("system"));
    static final Set<String> SLOTS = Set.of("jobs.concurrent", "live.inputs");

    private Goods() {}

    /// By which usage of a meter can be told apart.
    static Set<String> dimensions(String meter) {
        return DIMENSIONS.getOrDefault(meter, Set.of());
    }
}
