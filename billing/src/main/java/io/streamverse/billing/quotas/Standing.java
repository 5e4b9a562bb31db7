package io.streamverse.billing.quotas;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/// A meter of one environment in its period: what is allowed and why, and what is used.
public record Standing(
        String meter,
        BigDecimal planned,
        BigDecimal included,
        BigDecimal granted,
        boolean hardByPlan,
        boolean hardened,
        BigDecimal used) {
    private static final List<Integer> THRESHOLDS = List.of(50, 80, 95, 100);
    private static final BigDecimal PERCENT = new BigDecimal(100);

    public boolean hard() {
        return hardByPlan || hardened;
    }

    public BigDecimal allowance() {
        return included.add(granted);
    }

    Stream<Integer> thresholdsPassed() {
        return thresholdsPassed(used, allowance());
    }

    static Stream<Integer> thresholdsPassed(BigDecimal used, BigDecimal allowance) {
        return THRESHOLDS.stream()
                .filter(percent -> allowance.signum() > 0
                        && used.multiply(PERCENT).compareTo(allowance.multiply(new BigDecimal(percent))) >= 0);
    }
}
