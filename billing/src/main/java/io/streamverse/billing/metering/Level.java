package io.streamverse.billing.metering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/// A level on its way through time. What it held is kept in units x milliseconds, exactly; it is divided into hours
/// once.
final class Level {
    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600_000);
    private static final int DECIMALS = 9;
    private BigDecimal height;

    Level(BigDecimal height) {
        this.height = height;
    }

    /// What it held in `[from, to)`, where changes that add up to `change` came at moments that add up to `moment`.
    BigDecimal pass(Instant from, Instant to, BigDecimal change, BigDecimal moment) {
        var held = height.multiply(millis(to).subtract(millis(from)))
                .add(change.multiply(millis(to)).subtract(moment));
        height = height.add(change);
        return held.divide(HOUR, DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal millis(Instant at) {
        return BigDecimal.valueOf(Math.addExact(at.getEpochSecond() * 1_000_000, at.getNano() / 1_000), 3);
    }
}
