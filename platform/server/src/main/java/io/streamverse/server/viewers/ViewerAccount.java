package io.streamverse.server.viewers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a viewer told of themselves; of an account of the tenant's own, nothing.
public record ViewerAccount(
        String id,
        @Nullable String email,
        @Nullable String name,
        @Nullable String locale,
        Instant createdAt) {}
