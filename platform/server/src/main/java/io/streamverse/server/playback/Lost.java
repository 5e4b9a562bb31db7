package io.streamverse.server.playback;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.redis.RedisAway;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A row that was long not written is lost where its place is gone too; where Redis cannot say, nobody is.
@Singleton
class Lost {
    private static final Logger LOG = LoggerFactory.getLogger(Lost.class);
    private static final int AT_ONCE = 500;
    private static final int TOKENS = 2;
    private final SessionRepository rows;
    private final Sessions sessions;
    private final Places places;
    private final PlaybackConfig config;
    private final InstantSource clock;

    Lost(SessionRepository rows, Sessions sessions, Places places, PlaybackConfig config, InstantSource clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.places = places;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    public void end() {
        var now = clock.instant();
        var silent = rows.silent(now.minus(config.tokenLife().multipliedBy(TOKENS)), now, AT_ONCE);
        try {
            silent.forEach(it -> end(it, now));
        } catch (RedisAway e) {
            LOG.warn("Redis cannot say who still plays", e);
        }
    }

    private void end(PlaybackSession silent, Instant now) {
        if (!now.isBefore(silent.endsAt())) {
            sessions.end(silent, EndedBecause.OVER);
        } else if (places.held(silent.viewerId()).contains(silent.id())) {
            rows.seen(silent.id(), now);
        } else {
            sessions.end(silent, EndedBecause.LOST);
        }
    }
}
