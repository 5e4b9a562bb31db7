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
@Schema(name = "UpdateApiKey", description = "What may be changed of a key.")
record KeyPatch(
        @NotNull @Size(min = 1, max = 80) String name,
        @NotEmpty List<@NotNull String> scopes,
        @Nullable Instant expiresAt,
        @Nullable @Size(min = 1, max = 255) String externalId,
        @Metadata Map<String, String> metadata) {

    KeyPatch {
        metadata = Objects.requireNonNullElse(metadata, Map.of());
    }

    static KeyPatch of(ApiKey key) {
        return new KeyPatch(key.name(), key.scopes(), key.expiresAt(), key.externalId(), key.metadata());
    }
}
