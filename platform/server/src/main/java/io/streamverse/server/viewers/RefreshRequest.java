package io.streamverse.server.viewers;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Introspected
@Schema(name = "RefreshViewerTokens")
record RefreshRequest(
        @Schema(description = "The newest one; each works once. A second use ends the session.")
        @NotNull
        @Size(max = 500)
        String refreshToken) {
    @Override
    public String toString() {
        return "RefreshRequest";
    }
}
