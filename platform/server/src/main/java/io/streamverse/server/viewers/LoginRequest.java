package io.streamverse.server.viewers;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Introspected
@Schema(name = "LogInViewer")
record LoginRequest(
        @Schema(example = "ada@example.com") @NotNull @Size(max = 254)
        String email,

        @NotNull @Size(max = PasswordRules.LONGEST) String password) {
    @Override
    public String toString() {
        return "LoginRequest";
    }
}
