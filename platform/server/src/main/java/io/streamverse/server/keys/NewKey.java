package io.streamverse.server.keys;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

public record NewKey(
        String name,
        List<String> scopes,
        @Nullable Instant expiresAt,
        @Nullable String externalId,
        Map<String, String> metadata) {}
