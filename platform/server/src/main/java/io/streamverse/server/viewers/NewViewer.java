package io.streamverse.server.viewers;

import org.jspecify.annotations.Nullable;

/// Somebody who signs up here.
record NewViewer(
        String email,
        String passwordHash,
        @Nullable String name,
        @Nullable String locale,
        @Nullable String device) {}
