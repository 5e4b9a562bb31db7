package io.streamverse.server.viewers;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "RegisterViewer", description = "An account with your e-mail address.")
record RegisterRequest(
        @Schema(example = "ada@example.com") @NotNull @Size(max = 254)
        String email,

        @Schema(description = "At least 10 characters; neither the e-mail address nor one that everybody tries.")
        @NotNull
        @Size(max = PasswordRules.LONGEST)
        String password,

        @Schema(example = "Ada") @Nullable @Size(min = 1, max = 100)
        String name,

        @Schema(description = "Preferred language, BCP 47.", example = "fr")
        @Nullable
        @Size(max = 35)
        @Pattern(regexp = ProfilePatch.LANGUAGE, message = "a language tag such as fr or pt-BR")
        String locale,

        @Schema(description = LoginRequest.DEVICE, example = "Firefox, Linux")
        @Nullable
        @Size(min = 1, max = LoginRequest.LONGEST_DEVICE)
        String device) {
    @Override
    public String toString() {
        return "RegisterRequest";
    }
}
