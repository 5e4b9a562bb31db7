package io.streamverse.kernel.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.schedule.Loop;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One connection that all threads share. It is opened in the background, and opened again whenever it is lost; until
/// then nobody waits.
@Context
@Requires(property = "redis.url")
class RedisConnection {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final int THREADS = 2;
    private static final int MOST_IN_FLIGHT = 10_000;
    private final ClientResources resources = DefaultClientResources.builder()
            .ioThreadPoolSize(THREADS)
            .computationThreadPoolSize(THREADS)
            .reconnectDelay(Delay.constant(PAUSE))
            .build();
    private final RedisClient client;
    private final Loop opening = new Loop("redis", PAUSE, this::open);
    private volatile @Nullable StatefulRedisConnection<String, String> connection;
    private volatile String missing = "has not answered yet";

    RedisConnection(RedisConfig config) {
        var address = RedisURI.create(config.url());
        address.setTimeout(CONNECT);
        client = RedisClient.create(resources, address);
        var options = ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_IN_FLIGHT)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT)
                        .keepAlive(true)
                        .build());
        if (config.ca() != null) {
            options.sslOptions(
                    SslOptions.builder().trustManager(config.ca().toFile()).build());
        }
        client.setOptions(options.build());
        opening.start();
    }

    RedisAsyncCommands<String, String> commands() {
        var open = connection;
        if (open == null) {
            throw new RedisAway("Redis has not answered yet");
        }
        return open.async();
    }

    /// Empty once it was there; until then the reason of the last try.
    Optional<String> missing() {
        return connection == null ? Optional.of(missing) : Optional.empty();
    }

    private void open() {
        if (connection == null) {
            try {
                connection = client.connect();
            } catch (RedisException e) {
                Throwable cause = e;
                while (cause.getCause() != null) {
                    cause = cause.getCause();
                }
                missing = "has not answered yet: " + cause.getMessage();
                throw new RedisAway("Redis does not answer", e);
            }
        }
    }

    @PreDestroy
    void close() {
        opening.stop();
        client.shutdown(0, 2, TimeUnit.SECONDS);
        resources.shutdown(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
}
