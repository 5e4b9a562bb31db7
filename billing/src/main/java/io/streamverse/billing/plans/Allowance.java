package io.streamverse.billing.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Optional;

/// The codes `jobs.concurrent` and `live.inputs` are slots: so many at once, not per period.
@Schema(name = "PlanAllowance", description = "What a period includes before it costs extra.")
public record Allowance(
        @Schema(
                description = "Code of a meter; or `jobs.concurrent`, `live.inputs`: so many at once.",
                example = "transcode.cpu")
        String meter,

        @Schema(description = "In the meter's unit.", example = "60000000")
        BigDecimal amount,

        @Schema(description = "Whether it is never exceeded. A soft one is, for the price.")
        boolean hard) {
    private static final BigDecimal HOURS_OF_A_MONTH = new BigDecimal(730);

    /// Of byte-hours, the bytes that may be held all month.
    public Optional<Allowance> level() {
        return meter.equals("storage")
                ? Optional.of(new Allowance("storage.bytes", amount.divideToIntegralValue(HOURS_OF_A_MONTH), hard))
                : Optional.empty();
    }
}
