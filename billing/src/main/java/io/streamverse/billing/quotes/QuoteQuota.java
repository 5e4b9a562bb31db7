package io.streamverse.billing.quotes;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

@Schema(description = "The quote's effect on the quota of the current period, in the meter's unit.")
record QuoteQuota(
        @Schema(description = "What the quota allows: the plan's amount or the operator's instead of it, and grants.")
        BigDecimal included,

        @Schema(description = "When the quote was made.") BigDecimal used,

        @Schema(description = "What is left of the included amount without the quoted quantity.")
        BigDecimal remaining,

        @Schema(description = "What is left with it.") BigDecimal after,

        @Schema(description = "Whether the included amount is never exceeded.")
        boolean hard) {

    static QuoteQuota of(Quote quote) {
        var remaining = left(quote.included(), quote.used());
        return new QuoteQuota(
                quote.included(), quote.used(), remaining, left(remaining, quote.quantity()), quote.hard());
    }

    private static BigDecimal left(BigDecimal of, BigDecimal without) {
        return of.subtract(without.max(BigDecimal.ZERO)).max(BigDecimal.ZERO);
    }
}
