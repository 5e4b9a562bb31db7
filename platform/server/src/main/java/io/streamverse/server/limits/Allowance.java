package io.streamverse.server.limits;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;

/// What a plan allows of a meter, as billing published it.
@Introspected
public record Allowance(String meter, BigDecimal amount, boolean hard) {
    private static final BigDecimal HOURS_OF_A_MONTH = new BigDecimal(730);

    /// Of byte-hours, what may be held all month; as billing reckons it.
    Allowance asLevel() {
        return new Allowance(Limits.STORAGE, amount.divideToIntegralValue(HOURS_OF_A_MONTH), hard);
    }
}
