package io.streamverse.billing.plans;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "CreatePlan", description = "A plan to be.")
record NewPlan(
        @Schema(description = "It stays as it is.", example = "broadcaster")
        @NotNull
        @Pattern(regexp = "[a-z][a-z0-9-]{1,39}", message = "2 to 40 of a-z, 0-9 and -, a letter first")
        String code,

        @NotNull @Size(min = 1, max = 120) String name,
        @NotNull @Size(max = 500) String description,

        @Schema(description = "When its first version begins to hold; now, where nothing is said.") @Nullable
        Instant validFrom,

        List<Allowance> allowances,
        List<Tariff> terms) {

    NewPlan {
        allowances = List.copyOf(Objects.requireNonNullElse(allowances, List.of()));
        terms = List.copyOf(Objects.requireNonNullElse(terms, List.of()));
    }

    Offer offer() {
        return new Offer(allowances, terms);
    }
}
