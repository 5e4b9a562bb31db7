package io.streamverse.sdk;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before an attempt: as the server asks, else doubling from half a second to eight. A random part keeps
 * clients that failed together from coming back together.
 */
final class Backoff {
    /** A server that asks for more gets no retry: the caller should know rather than hang. */
    static final Duration LONGEST_OBEYED = Duration.ofSeconds(60);

    private static final long FIRST_MILLIS = 500;
    private static final long LAST_MILLIS = 8_000;

    private final Clock clock;
    private final DoubleSupplier random;

    Backoff(Clock clock, DoubleSupplier random) {
        this.clock = clock;
        this.random = random;
    }

    Duration pause(int failures, @Nullable Duration retryAfter) {
        if (retryAfter != null) {
            return retryAfter.plusMillis(Math.round(FIRST_MILLIS * random.getAsDouble()));
        }
        long step = Math.min(LAST_MILLIS, FIRST_MILLIS << Math.min(failures - 1, 10));
        return Duration.ofMillis(Math.round(step * (0.5 + 0.5 * random.getAsDouble())));
    }

    /** Reads {@code Retry-After}, which is a number of seconds or a date; null where it is neither. */
    @Nullable
    Duration retryAfter(String header) {
        try {
            return Duration.ofSeconds(Math.max(0, Integer.parseInt(header.strip())));
        } catch (NumberFormatException notSeconds) {
            return untilDate(header.strip());
        }
    }

    private @Nullable Duration untilDate(String date) {
        try {
            var wait =
                    Duration.between(clock.instant(), Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException neitherDate) {
            return null;
        }
    }
}
