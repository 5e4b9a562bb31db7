package io.streamverse.server.access;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(description = "Where a grant comes from. A viewer has one grant of a source at most.")
record GrantSource(
        @NotNull SourceKind kind,

        @Schema(
                description = "What it is called there, such as the subscription's id; only a `grant` may have none.",
                example = "sub_1QK8dW2eZvKYlo2C")
        @Nullable
        @Size(min = 1, max = 255)
        String externalId) {
    static final GrantSource OWN = new GrantSource(SourceKind.GRANT, null);

    boolean isNamed() {
        return externalId != null || kind == SourceKind.GRANT;
    }
}
