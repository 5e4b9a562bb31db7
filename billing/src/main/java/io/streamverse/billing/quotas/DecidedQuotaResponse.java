package io.streamverse.billing.quotas;

import static io.streamverse.kernel.money.Quantities.plain;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "DecidedQuota",
        description = "What is allowed of a meter, as decided; `GET /v1/quotas` says how it stands.")
record DecidedQuotaResponse(
        String meter,
        Enforcement enforcement,

        @Schema(description = "Override or plan, and grants.")
        BigDecimal allowance,

        BigDecimal plan,

        @Schema(description = "What the operator has set instead of the plan's.") @Nullable
        BigDecimal override,

        BigDecimal grants,

        @Schema(description = "What the ledger holds of this period.")
        BigDecimal used) {

    static DecidedQuotaResponse of(Standing it) {
        return new DecidedQuotaResponse(
                it.meter(),
                it.hard() ? Enforcement.HARD : Enforcement.SOFT,
                plain(it.allowance()),
                plain(it.planned()),
                it.included().compareTo(it.planned()) == 0 ? null : plain(it.included()),
                plain(it.granted()),
                plain(it.used()));
    }
}
