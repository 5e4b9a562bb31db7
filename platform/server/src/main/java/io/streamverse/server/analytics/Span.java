package io.streamverse.server.analytics;

import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From an instant until before another. Up to two days of the last 90 are counted to the minute, all else to the hour.
record Span(Instant from, Instant to) {
    private static final Duration USUAL = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofDays(732);
    private static final Duration FINE = Duration.ofDays(2);
    private static final Duration FINE_KEPT = Duration.ofDays(90);

    Span {
        if (!from.isBefore(to)) {
            throw invalid("?from", "A span begins before it ends");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw invalid("?from", "A span is at most two years");
        }
    }

    /// The last 24 hours where nothing is said.
    static Span of(@Nullable Instant from, @Nullable Instant to, Instant now) {
        var end = to == null ? now : to;
        return new Span(from == null ? end.minus(USUAL) : from, end);
    }

    boolean isFine(Instant now) {
        return Duration.between(from, to).compareTo(FINE) <= 0 && from.isAfter(now.minus(FINE_KEPT));
    }

    static Rejected invalid(String field, String why) {
        return new Rejected("analytics.query.invalid", why, List.of(new FieldError(field, why)));
    }
}
