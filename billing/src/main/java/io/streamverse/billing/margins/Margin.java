package io.streamverse.billing.margins;

import io.streamverse.kernel.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "UsageMargin",
        description = "What was used of a meter, what it brought and what it cost us. Base fee and minimum are lines"
                + " without a cost.")
record Margin(
        @Schema(description = "Code of the meter; or `base-fee`, `minimum`.", example = "transcode.cpu")
        String code,

        String unit,
        BigDecimal quantity,
        Money revenue,

        @Schema(description = "Not there where no cost rate is kept in this currency.") @Nullable
        Money cost,

        @Nullable Money margin) {

    static Margin of(String code, String unit, BigDecimal quantity, Money revenue, @Nullable Money cost) {
        return new Margin(code, unit, quantity, revenue, cost, cost == null ? null : revenue.minus(cost));
    }
}
