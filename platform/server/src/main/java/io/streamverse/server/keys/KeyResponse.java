package io.streamverse.server.keys;

import io.streamverse.kernel.tenancy.Environment;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Schema(name = "ApiKey", description = "A key of one environment, without its secret.")
record KeyResponse(
        String id,
        Environment environment,
        String name,
        List<String> scopes,

        @Schema(description = "The secret's last four characters.")
        String hint,

        Instant createdAt,
        @Nullable Instant expiresAt,

        @Schema(description = "To within a few seconds.") @Nullable
        Instant lastUsedAt,

        @Nullable String externalId,
        Map<String, String> metadata) {

    static KeyResponse of(ApiKey key) {
        return new KeyResponse(
                key.id(),
                key.space().environment(),
                key.name(),
                key.scopes(),
                key.hint(),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt(),
                key.externalId(),
                key.metadata());
    }
}
