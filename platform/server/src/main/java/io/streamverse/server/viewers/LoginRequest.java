package io.streamverse.server.viewers;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "LogInViewer")
record LoginRequest(
        @Schema(example = "ada@example.com") @NotNull @Size(max = 254)
        String email,

        @NotNull @Size(max = PasswordRules.LONGEST) String password,

        @Schema(description = DEVICE, example = "Firefox, Linux") @Nullable @Size(min = 1, max = LONGEST_DEVICE)
        String device) {
    static final String DEVICE = "What they use, as they will know it again.";
    static final int LONGEST_DEVICE = 100;

    @Override
    public String toString() {
        return "LoginRequest";
    }
}
