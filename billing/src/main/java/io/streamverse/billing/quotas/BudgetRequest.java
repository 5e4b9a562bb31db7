package io.streamverse.billing.quotas;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "SetBudget", description = "What a period may cost.")
record BudgetRequest(
        @Schema(description = "In the currency of your prices, fees included; null for no budget.") @Nullable
        Money amount) {

    @AssertTrue(message = "is not negative")
    @Schema(hidden = true)
    boolean isAmount() {
        return amount == null || amount.amount().signum() >= 0;
    }
}
