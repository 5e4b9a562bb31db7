package io.streamverse.server.viewers;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "LogOutViewer")
record LogoutRequest(
        @Schema(description = "Where the access token is over already.") @Nullable @Size(max = 500)
        String refreshToken) {
    @Override
    public String toString() {
        return "LogoutRequest";
    }
}
