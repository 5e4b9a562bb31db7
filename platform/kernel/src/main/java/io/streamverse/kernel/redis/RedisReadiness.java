package io.streamverse.kernel.redis;

import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.health.Readiness;
import jakarta.inject.Singleton;
import java.util.Optional;

/// A server begins with a Redis that answers, so that a wrong address is noticed. Lost later it makes nobody unready:
/// all servers would be at once, and everything but the start of a playback goes on without it.
@Singleton
@Requires(property = "redis.url")
class RedisReadiness implements Readiness {
    private final RedisConnection connection;

    RedisReadiness(RedisConnection connection) {
        this.connection = connection;
    }

    @Override
    public String part() {
        return "redis";
    }

    @Override
    public Optional<String> missing() {
        return connection.missing();
    }
}
