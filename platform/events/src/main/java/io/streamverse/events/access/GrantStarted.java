package io.streamverse.events.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something was watched for the first time by a grant whose hours run from then on; it gives nothing from `endsAt` on.
public record GrantStarted(
        String grantId,
        String viewerId,
        String tier,
        @Nullable String titleId,
        Instant endsAt) implements AccessEvent {}
