package io.streamverse.server.viewers;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

@Introspected
@Schema(name = "SetProfilePin")
record PinRequest(
        @Schema(example = "2718") @NotNull @Pattern(regexp = FOUR_DIGITS, message = "four digits")
        String pin) {
    static final String FOUR_DIGITS = "[0-9]{4}";

    @Override
    public String toString() {
        return "PinRequest";
    }
}
