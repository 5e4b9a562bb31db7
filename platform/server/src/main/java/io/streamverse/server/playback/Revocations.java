package io.streamverse.server.playback;

import io.micronaut.context.annotation.Context;
import io.streamverse.kernel.redis.Redis;
import io.streamverse.kernel.redis.RedisAway;
import io.streamverse.kernel.redis.Script;
import io.streamverse.kernel.schedule.Loop;
import io.streamverse.kernel.signal.Signals;
import io.streamverse.server.delivery.Revoked;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sessions that ended before their tokens do, in the memory of every server: each is told at once, and reads now and
/// then what Redis keeps, for the word it missed and for its own start.
@Context
class Revocations implements Revoked {
    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);
    private static final String SIGNAL = "playback";
    private static final String KEY = "revoked";
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(10);

    private static final Script ADD = new Script("""
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[3])
            redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
            return {}
            """);

    private static final Script READ = new Script("""
            return redis.call('ZRANGEBYSCORE', KEYS[1], ARGV[1], '+inf', 'WITHSCORES')
            """);

    private final Map<String, Long> revoked = new ConcurrentHashMap<>();
    private final Loop reading = new Loop("playback-revocations", BETWEEN_READINGS, this::readIfThere);
    private final Redis redis;
    private final Signals signals;
    private final InstantSource clock;

    Revocations(Redis redis, Signals signals, InstantSource clock) {
        this.redis = redis;
        this.signals = signals;
        this.clock = clock;
        signals.on(SIGNAL, this::heard);
        signals.onLoss(reading::wake);
        reading.start();
    }

    @Override
    public boolean isRevoked(String session) {
        return revoked.containsKey(session);
    }

    void add(String session, Instant until) {
        var now = clock.millis();
        if (until.toEpochMilli() <= now) {
            return;
        }
        signals.tell(SIGNAL, session + " " + until.toEpochMilli());
        try {
            redis.runForAll(ADD, KEY, session, String.valueOf(until.toEpochMilli()), String.valueOf(now));
        } catch (RedisAway e) {
            LOG.warn("Redis does not keep that {} was revoked", session, e);
        }
    }

    private void heard(String word) {
        var gap = word.indexOf(' ');
        revoked.put(word.substring(0, gap), Long.valueOf(word.substring(gap + 1)));
    }

    private void readIfThere() {
        try {
            read();
        } catch (RedisAway e) {
            // Readiness tells of a Redis that never came; what it keeps is read with the next look.
            LOG.debug("Redis does not say what was revoked", e);
        }
    }

    private void read() {
        var now = clock.millis();
        revoked.values().removeIf(until -> until <= now);
        var kept = redis.runForAll(READ, KEY, String.valueOf(now)).iterator();
        while (kept.hasNext()) {
            revoked.put(kept.next(), (long) Double.parseDouble(kept.next()));
        }
    }

    @PreDestroy
    void stop() {
        reading.stop();
    }
}
