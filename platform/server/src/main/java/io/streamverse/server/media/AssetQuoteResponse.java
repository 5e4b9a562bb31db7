package io.streamverse.server.media;

import io.streamverse.kernel.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;

@Schema(name = "AssetQuote", description = "What an encode of an asset would cost, and how long it would wait.")
record AssetQuoteResponse(
        @Schema(description = "Pass it on as `quoteId` with the encode, and it is a cap.")
        String id,

        @Schema(example = "transcode.cpu") String meter,

        @Schema(description = "Milliseconds of output, weighed.")
        BigDecimal quantity,

        Money price,
        Instant expiresAt,

        @Schema(description = "How long it would probably wait for its first worker.")
        long expectedWaitSeconds) {}
