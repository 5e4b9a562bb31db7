package io.streamverse.server.keys;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.http.Metadata;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "CreateApiKey", description = "A key for the environment of the key that asks.")
record NewKeyRequest(
        @NotNull @Size(min = 1, max = 80) String name,

        @Schema(description = "`<resource>:read`, `<resource>:write` or `*`; at most what the asking key may itself.")
        @NotEmpty
        List<@NotNull String> scopes,

        @Schema(description = "When it stops working; without it, never.") @Nullable
        Instant expiresAt,

        @Nullable @Size(min = 1, max = 255) String externalId,
        @Metadata Map<String, String> metadata) {

    NewKeyRequest {
        metadata = Objects.requireNonNullElse(metadata, Map.of());
    }
}
