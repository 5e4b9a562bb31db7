package io.streamverse.server.playback;

import io.streamverse.kernel.redis.Redis;
import io.streamverse.kernel.redis.Script;
import jakarta.inject.Singleton;
import java.util.List;

/// Who of an account plays now: one sorted set per viewer, each session in it until its heartbeat is overdue.
@Singleton
class Places {
    private static final String TAKEN = "taken";

    /// In one step, so that however many ask at once, never more than the limit get in. Nobody is put out for one who
    /// would not get in all the same.
    private static final Script CLAIM = new Script("""
            local places, limit, mine, lost, taken = KEYS[1], tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3]), ARGV[4]
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            redis.call('ZREMRANGEBYSCORE', places, '-inf', now)
            local here = redis.call('ZSCORE', places, mine)
            local held, freed = redis.call('ZRANGE', places, 0, -1), {}
            for _, other in ipairs(held) do
              if other ~= mine and (taken == '*' or taken == other) then
                freed[#freed + 1] = other
              end
            end
            if not here and #held - #freed >= limit then
              return {'full', unpack(held)}
            end
            for _, other in ipairs(freed) do
              redis.call('ZREM', places, other)
            end
            redis.call('ZADD', places, now + lost, mine)
            redis.call('PEXPIRE', places, lost)
            return {'taken', unpack(freed)}
            """);

    private static final Script HELD = new Script("""
            local time = redis.call('TIME')
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', time[1] * 1000 + math.floor(time[2] / 1000))
            return redis.call('ZRANGE', KEYS[1], 0, -1)
            """);

    private static final Script RELEASE = new Script("return {redis.call('ZREM', KEYS[1], ARGV[1])}");
    private final Redis redis;
    private final PlaybackConfig config;

    Places(Redis redis, PlaybackConfig config) {
        this.redis = redis;
        this.config = config;
    }

    /// `sessions`: whose places it took, or who holds them all.
    record Claim(boolean taken, List<String> sessions) {}

    /// One that has its place keeps it, whatever the limit is now.
    Claim claim(String viewer, String session, int limit, Takeover takeover) {
        var answer = redis.run(
                CLAIM,
                key(viewer),
                String.valueOf(limit),
                session,
                String.valueOf(config.lostAfter().toMillis()),
                takeover.word());
        return new Claim(answer.getFirst().equals(TAKEN), answer.subList(1, answer.size()));
    }

    /// False where it has lost its place.
    boolean keep(String viewer, String session) {
        return claim(viewer, session, 0, Takeover.none()).taken();
    }

    List<String> held(String viewer) {
        return redis.run(HELD, key(viewer));
    }

    void release(String viewer, String session) {
        redis.run(RELEASE, key(viewer), session);
    }

    private static String key(String viewer) {
        return "places:" + viewer;
    }
}
