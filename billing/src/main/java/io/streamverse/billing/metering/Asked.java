package io.streamverse.billing.metering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happened in `[from, to)`; of one meter or of all.
record Asked(Instant from, Instant to, @Nullable String meter) {
    /// Before that nothing was metered, and local times of long ago kept no whole quarters of an hour.
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    Asked {
        from = from.isBefore(EARLIEST) ? EARLIEST : from;
        to = to.isBefore(from) ? from : to;
    }

    Asked until(Instant end) {
        return new Asked(from, end.isBefore(to) ? end : to, meter);
    }
}
