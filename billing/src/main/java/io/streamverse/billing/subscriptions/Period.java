package io.streamverse.billing.subscriptions;

import java.time.Instant;

/// From `from` on, and before `to`.
public record Period(Instant from, Instant to) {
    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
