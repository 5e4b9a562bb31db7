package io.streamverse.server.beacons;

import io.streamverse.kernel.problem.TooManyRequests;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/// How many messages each playback sent within this minute, to this server. Only playbacks with a token of ours get
/// here, so there are no more of them than were started.
@Singleton
class Pace {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private final BeaconsConfig config;
    private final InstantSource clock;
    private volatile Window window;

    private record Window(Instant until, ConcurrentHashMap<String, Integer> messages) {}

    Pace(BeaconsConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        this.window = next(clock.instant());
    }

    void count(String session) {
        var now = clock.instant();
        var current = at(now);
        if (current.messages().merge(session, 1, Integer::sum) > config.messagesPerMinute()) {
            throw new TooManyRequests(
                    "beacons.session.flood",
                    "A playback sends at most %d messages a minute".formatted(config.messagesPerMinute()),
                    Duration.between(now, current.until()).plusSeconds(1));
        }
    }

    private Window at(Instant now) {
        var current = window;
        if (now.isBefore(current.until())) {
            return current;
        }
        var next = next(now);
        window = next;
        return next;
    }

    private static Window next(Instant now) {
        return new Window(now.plus(MINUTE), new ConcurrentHashMap<>());
    }
}
