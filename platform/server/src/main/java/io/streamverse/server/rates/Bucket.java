package io.streamverse.server.rates;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// This server's hand in a bucket that all servers share: what it took and has not spent, or until when there is
/// nothing to take. While the shared one cannot be reached, a whole bucket of its own.
final class Bucket {
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);
    private final String id;
    private final Rate rate;
    private int inHand;
    private long takenAt;
    private int leftThere;
    private boolean empty;
    private long emptyUntil;
    private double alone;
    private long aloneAt;

    Bucket(String id, Rate rate, long now) {
        this.id = id;
        this.rate = rate;
        this.leftThere = rate.burst();
        this.takenAt = now;
        this.alone = rate.burst();
        this.aloneAt = now;
    }

    String id() {
        return id;
    }

    Rate rate() {
        return rate;
    }

    /// Null where the shared one must be asked. What was taken and not spent within a second is forgotten: others may
    /// have had it since. Who comes at the same time may have read the clock before another made the bucket.
    synchronized @Nullable Verdict spend(long now) {
        if (inHand > 0 && now - takenAt < KEPT_NANOS) {
            inHand--;
            return Verdict.passed(rate, leftThere + inHand);
        }
        return empty && now - emptyUntil < 0
                ? Verdict.refused(rate, TimeUnit.NANOSECONDS.toMillis(emptyUntil - now))
                : null;
    }

    synchronized Verdict took(Tokens.Taken taken, long now) {
        inHand = now - takenAt < KEPT_NANOS ? inHand + taken.count() : taken.count();
        takenAt = now;
        leftThere = taken.left();
        empty = inHand == 0;
        if (empty) {
            emptyUntil = now + TimeUnit.MILLISECONDS.toNanos(taken.waitMillis());
            return Verdict.refused(rate, taken.waitMillis());
        }
        inHand--;
        return Verdict.passed(rate, leftThere + inHand);
    }

    synchronized Verdict spendAlone(long now) {
        var refilled = alone + (now - aloneAt) / 1e9 * rate.perSecond();
        alone = Math.min(rate.burst(), refilled);
        aloneAt = now;
        if (alone < 1) {
            return Verdict.refused(rate, (long) Math.ceil((1 - alone) * 1000 / rate.perSecond()));
        }
        alone--;
        return Verdict.passed(rate, (int) alone);
    }
}
