package io.streamverse.server.rates;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.streamverse.kernel.redis.RedisAway;
import io.streamverse.kernel.tenancy.TenantContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Most requests spend what is in hand already. Where Redis is away, nobody waits for it and nobody is refused for
/// that: each server then lets through the whole rate by itself.
@Singleton
class Buckets {
    private static final long AWAY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Duration UNUSED = Duration.ofMinutes(5);
    private static final int MOST = 200_000;
    private final Cache<String, Bucket> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(UNUSED).build();
    private final Tokens tokens;
    private final MeterRegistry metrics;
    private volatile long awayUntil = System.nanoTime();

    Buckets(Tokens tokens, MeterRegistry metrics) {
        this.tokens = tokens;
        this.metrics = metrics;
    }

    /// Of the environment in charge.
    Verdict take(String id, Rate rate) {
        var now = System.nanoTime();
        var name = rate.name() + ':' + id;
        var bucket = known.get(TenantContext.current() + name, _ -> new Bucket(name, rate, now));
        var verdict = bucket.spend(now);
        return verdict == null ? ask(bucket, now) : verdict;
    }

    private Verdict ask(Bucket bucket, long now) {
        if (now - awayUntil < 0) {
            return bucket.spendAlone(now);
        }
        try {
            var taken = tokens.take(bucket.id(), bucket.rate(), bucket.rate().lease());
            return bucket.took(taken, System.nanoTime());
        } catch (RedisAway e) {
            metrics.counter("streamverse.rates.alone").increment();
            awayUntil = now + AWAY_NANOS;
            return bucket.spendAlone(now);
        }
    }
}
