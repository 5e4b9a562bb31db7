package io.streamverse.billing.quotas;

import io.streamverse.kernel.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "Budget", description = "What this period may cost, and what it has cost so far.")
record BudgetResponse(
        @Schema(description = "Absent where there is no budget.") @Nullable
        Money amount,

        @Schema(description = "Fees and usage so far, as they would be charged.")
        Money spent,

        @Schema(description = "The instant up to which usage was priced.")
        Instant asOf,

        @Schema(description = "Whether hard meters are refused until the period ends.")
        boolean reached,

        Instant resetsAt) {

    static BudgetResponse of(Situation it) {
        return new BudgetResponse(
                it.budget(),
                it.spent(),
                it.now(),
                it.budgetReached(),
                it.period().to());
    }
}
