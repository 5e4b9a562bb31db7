package io.streamverse.server.keys;

import io.streamverse.kernel.tenancy.Environment;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Schema(name = "ApiKeyWithSecret", description = "A key with its secret, which is shown this once.")
record SecretKeyResponse(
        String id,
        Environment environment,
        String name,
        List<String> scopes,

        @Schema(description = "What to send as `Authorization: Bearer`. Keep it; we cannot show it again.")
        String key,

        @Schema(description = "The secret's last four characters.")
        String hint,

        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable String externalId,
        Map<String, String> metadata) {

    static SecretKeyResponse of(KeyWithSecret made) {
        var key = made.key();
        return new SecretKeyResponse(
                key.id(),
                key.space().environment(),
                key.name(),
                key.scopes(),
                made.secret(),
                key.hint(),
                key.createdAt(),
                key.expiresAt(),
                key.externalId(),
                key.metadata());
    }
}
