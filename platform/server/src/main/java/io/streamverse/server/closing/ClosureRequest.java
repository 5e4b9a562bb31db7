package io.streamverse.server.closing;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "CloseTenant")
record ClosureRequest(
        @Schema(description = "For how many days it can be reopened; the platform's usual number where not said.")
        @Min(0)
        @Max(365)
        @Nullable
        Integer graceDays,

        @NotNull @Size(min = 1, max = 500) String reason) {

    Duration grace(Duration usual) {
        return graceDays == null ? usual : Duration.ofDays(graceDays);
    }
}
