package io.streamverse.server.limits;

import static io.streamverse.kernel.money.Quantities.plain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A quota at one instant, and whether something more fits into it.
record Balance(
        Quota quota, Period period, BigDecimal granted, BigDecimal counted, Instant countedAt, BigDecimal settled) {
    private static final List<Integer> THRESHOLDS = List.of(50, 80, 95, 100);
    private static final BigDecimal PERCENT = new BigDecimal(100);

    BigDecimal allowance() {
        return quota.included().add(granted);
    }

    BigDecimal used() {
        return counted.add(settled);
    }

    /// Never below nothing: soft quotas, and what really ran, may go beyond the allowance.
    BigDecimal remaining() {
        return allowance().subtract(used()).subtract(quota.reserved()).max(BigDecimal.ZERO);
    }

    boolean admits(BigDecimal asked) {
        return !quota.hard() || used().add(quota.reserved()).add(asked).compareTo(allowance()) <= 0;
    }

    List<Integer> thresholdsPassed() {
        return allowance().signum() == 0
                ? List.of()
                : THRESHOLDS.stream().filter(this::passed).toList();
    }

    @Nullable
    Instant resetsAt() {
        return Kind.of(quota.meter()) == Kind.PERIOD ? period.to() : null;
    }

    /// For whoever is refused.
    Map<String, Object> numbers(BigDecimal asked) {
        var numbers = new LinkedHashMap<String, Object>();
        numbers.put("meter", quota.meter());
        numbers.put("allowance", plain(allowance()));
        numbers.put("used", plain(used()));
        numbers.put("reserved", plain(quota.reserved()));
        numbers.put("asked", plain(asked));
        Stream.ofNullable(resetsAt()).forEach(it -> numbers.put("resetsAt", it));
        return numbers;
    }

    private boolean passed(int percent) {
        return used().multiply(PERCENT).compareTo(allowance().multiply(new BigDecimal(percent))) >= 0;
    }
}
