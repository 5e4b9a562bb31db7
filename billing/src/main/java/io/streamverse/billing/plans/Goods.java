package io.streamverse.billing.plans;

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

    static final Set<String> SLOTS = Set.of("jobs.concurrent", "live.inputs");

    private Goods() {}
}
