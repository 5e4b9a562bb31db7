package io.streamverse.events.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What it gives from now on, and until when.
public record GrantChanged(
        String grantId,
        String viewerId,
        String tier,
        @Nullable Instant until,
        @Nullable Integer watchWithinHours) implements AccessEvent {}
