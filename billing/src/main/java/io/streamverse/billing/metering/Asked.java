package io.streamverse.billing.metering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happened in `[from, to)`; of one meter or of all.
record Asked(Instant from, Instant to, @Nullable String meter) {
    Asked until(Instant end) {
        return new Asked(from, end.isBefore(to) ? end : to, meter);
    }
}
