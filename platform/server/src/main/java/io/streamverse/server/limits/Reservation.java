package io.streamverse.server.limits;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An amount held for somebody until what really ran is known, or until nobody can be waiting any more.
@MappedEntity("reservation")
public record Reservation(
        @Id String id,
        String meter,
        String reference,
        String purpose,
        BigDecimal amount,
        @Nullable String quote,
        State state,
        @Nullable BigDecimal actual,
        @Nullable Instant settledFrom,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant closedAt) {

    static final String PREFIX = "rsv";

    public enum State {
        OPEN,
        /// Counts here until billing has counted it.
        SETTLED,
        COUNTED,
        RELEASED,
        EXPIRED
    }

    static Reservation open(String id, Claim claim, Instant now) {
        return new Reservation(
                id,
                claim.meter(),
                claim.reference(),
                claim.purpose(),
                claim.amount(),
                claim.quote(),
                State.OPEN,
                null,
                null,
                now,
                now.plus(claim.expiresAfter()),
                null);
    }

    boolean isSettled() {
        return state == State.SETTLED || state == State.COUNTED;
    }

    boolean isLate(Instant settled) {
        return !settled.isBefore(expiresAt);
    }

    /// A quote is a cap: what ran beyond it is ours to bear.
    BigDecimal charged(BigDecimal ran) {
        return quote == null ? ran : ran.min(amount);
    }
}
