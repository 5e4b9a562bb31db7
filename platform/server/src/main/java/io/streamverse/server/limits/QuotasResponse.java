package io.streamverse.server.limits;

import io.streamverse.kernel.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "Quotas", description = "Every quota, by meter, and the budget where there is one.")
record QuotasResponse(
        List<QuotaResponse> data,

        @Schema(description = "Always false: there are few meters.")
        boolean hasMore,

        @Nullable BudgetResponse budget) {

    @Schema(name = "BudgetStanding", description = "What this period may cost, and what it has cost so far.")
    record BudgetResponse(
            Money amount,
            Money spent,

            @Schema(description = "The instant up to which usage was priced.")
            Instant asOf,

            @Schema(description = "Whether hard meters are refused until the period ends.")
            boolean reached,

            Instant resetsAt) {}

    static QuotasResponse of(List<Balance> balances, List<Reservation> open, @Nullable Budget budget, Instant now) {
        return new QuotasResponse(
                balances.stream().map(it -> QuotaResponse.of(it, open)).toList(),
                false,
                budget == null ? null : budget(budget, now));
    }

    private static @Nullable BudgetResponse budget(Budget it, Instant now) {
        if (it.amount() == null || it.currency() == null || it.countedAt() == null || it.periodTo() == null) {
            return null;
        }
        var currency = Currency.getInstance(it.currency());
        return new BudgetResponse(
                new Money(it.amount(), currency),
                new Money(it.spent(), currency),
                it.countedAt(),
                it.isReached(now),
                it.periodTo());
    }
}
