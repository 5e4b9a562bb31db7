package io.streamverse.server.rates;

import io.streamverse.kernel.redis.Redis;
import io.streamverse.kernel.redis.Script;
import jakarta.inject.Singleton;

/// The buckets that all servers share. Time is Redis's own, so that no server's clock fills them.
@Singleton
class Tokens {
    private static final Script TAKE = new Script("""
            local bucket, rate, burst = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2])
            local wanted, worth = tonumber(ARGV[3]), tonumber(ARGV[4])
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local was = redis.call('HMGET', bucket, 'left', 'at')
            local left = math.min(burst, tonumber(was[1] or burst) + math.max(0, now - tonumber(was[2] or now)) * rate / 1000)
            local taken = math.min(wanted, math.floor(left))
            left = left - taken
            redis.call('HSET', bucket, 'left', left, 'at', now)
            redis.call('PEXPIRE', bucket, math.ceil(burst * 1000 / rate) + 1000)
            return {taken, math.floor(left), math.ceil((worth - left) * 1000 / rate)}
            """);
    private final Redis redis;

    Tokens(Redis redis) {
        this.redis = redis;
    }

    /// `waitMillis`: until there are some again, where none was left.
    record Taken(int count, int left, long waitMillis) {}

    Taken take(String bucket, Rate rate, int wanted) {
        var answer = redis.run(
                TAKE,
                "rate:" + bucket,
                String.valueOf(rate.perSecond()),
                String.valueOf(rate.burst()),
                String.valueOf(wanted),
                String.valueOf(rate.worthAsking()));
        return new Taken(
                Integer.parseInt(answer.get(0)), Integer.parseInt(answer.get(1)), Long.parseLong(answer.get(2)));
    }
}
