package io.streamverse.billing.metering;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How much of a meter was used: in all, or from `at` on, or with these dimensions.
record Used(Meter meter, @Nullable Instant at, @Nullable String dimensions, BigDecimal quantity) {

    static Used nothing(Meter meter) {
        return new Used(meter, null, null, BigDecimal.ZERO);
    }
}
