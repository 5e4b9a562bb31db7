package io.streamverse.server.viewers;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "OpenProfile", description = "A profile without a PIN, or one that is open, needs none of it.")
record OpenProfileRequest(
        @Schema(example = "2718") @Nullable @Pattern(regexp = PinRequest.FOUR_DIGITS, message = "four digits")
        String pin,

        @Schema(description = "The account's, for who has forgotten the PIN.")
        @Nullable
        @Size(max = PasswordRules.LONGEST)
        String password) {
    static final OpenProfileRequest EMPTY = new OpenProfileRequest(null, null);

    @Override
    public String toString() {
        return "OpenProfileRequest";
    }
}
