package io.streamverse.server.limits;

import java.util.Map;
import java.util.Objects;

/// Meters' rows that nobody else changes until this transaction ends.
record Locked(Map<String, Quota> quotas) {
    Quota of(String meter) {
        return Objects.requireNonNull(quotas.get(meter), meter);
    }
}
