package io.streamverse.server.limits;

import static io.streamverse.kernel.money.Quantities.plain;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "Reservation", description = "An amount held until what really ran is known.")
record ReservationResponse(
        String id,
        BigDecimal amount,
        @Schema(description = "What it is held for.") String purpose,

        @Schema(description = "What it belongs to, a job for example.")
        String reference,

        @Schema(description = "The quote that caps what will be charged.") @Nullable
        String quote,

        Instant createdAt,

        @Schema(description = "When it is given back unless it was settled.")
        Instant expiresAt) {

    static ReservationResponse of(Reservation it) {
        return new ReservationResponse(
                it.id(), plain(it.amount()), it.purpose(), it.reference(), it.quote(), it.createdAt(), it.expiresAt());
    }
}
