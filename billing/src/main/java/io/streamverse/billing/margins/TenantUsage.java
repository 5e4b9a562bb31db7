package io.streamverse.billing.margins;

import io.streamverse.billing.plans.Terms;
import io.streamverse.billing.subscriptions.Period;
import io.streamverse.kernel.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Schema(description = "A tenant's usage of one period, with what the operator earns.")
record TenantUsage(
        String tenantId,
        String plan,
        int planVersion,
        Instant from,
        Instant to,
        List<Margin> lines,
        @Schema(description = "The sum of the lines.") Money revenue,

        @Schema(description = "The sum of the lines. Not there where no cost rates are kept in this currency.")
        @Nullable
        Money cost,

        @Nullable Money margin) {

    static TenantUsage of(String tenantId, Terms terms, Period period, List<Margin> lines) {
        var none = Money.zero(terms.currency());
        var revenue = lines.stream().map(Margin::revenue).reduce(none, Money::plus);
        var costs = lines.stream().map(Margin::cost).filter(Objects::nonNull).toList();
        var cost = costs.isEmpty() ? null : costs.stream().reduce(none, Money::plus);
        return new TenantUsage(
                tenantId,
                terms.plan(),
                terms.version(),
                period.from(),
                period.to(),
                lines,
                revenue,
                cost,
                cost == null ? null : revenue.minus(cost));
    }
}
