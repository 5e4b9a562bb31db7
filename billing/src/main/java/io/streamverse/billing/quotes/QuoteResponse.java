package io.streamverse.billing.quotes;

import io.streamverse.kernel.money.Money;
import io.streamverse.kernel.tenancy.Environment;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Schema(name = "Quote", description = "What a quantity would cost, promised until it expires.")
record QuoteResponse(
        @Schema(description = "Pass it on with the work, and it is a cap.")
        String id,

        @Schema(description = "A quote of `test` shows what `live` would pay; nobody pays it.")
        Environment env,

        String meter,
        BigDecimal quantity,
        String unit,

        @Schema(
                description = "What the quantity adds to the bill of the current period, after what was used so far."
                        + " Nothing where it is included, or where the plan's minimum is not reached; below zero where"
                        + " it reaches a cheaper volume tier.")
        Money price,

        QuoteQuota quota,
        @Nullable String externalId,
        Map<String, String> metadata,
        Instant createdAt,
        Instant expiresAt) {

    static QuoteResponse of(Quote quote, String unit) {
        return new QuoteResponse(
                quote.id(),
                Environment.of(quote.env()),
                quote.meter(),
                quote.quantity(),
                unit,
                quote.money(),
                QuoteQuota.of(quote),
                quote.externalId(),
                quote.metadata(),
                quote.createdAt(),
                quote.expiresAt());
    }
}
