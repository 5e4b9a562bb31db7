package io.streamverse.server.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.kernel.redis.Redis;
import io.streamverse.kernel.redis.RedisAway;
import io.streamverse.kernel.redis.Script;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Stage;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisAwayIT {
    private static final TenantSpace SPACE = TenantSpace.live(new TenantId("ten_01k9m6xw3t8r5v2c7b4n1q0z6d"));

    @Test
    void aServerThatNeverSawItsRedisIsNotReadyAndNobodyWaitsForIt() {
        try (var stage = Stage.alone(Map.of("redis.url", "redis://127.0.0.1:1"))) {
            var redis = stage.server().getApplicationContext().getBean(Redis.class);
            var began = System.nanoTime();

            assertThatThrownBy(() -> TenantContext.call(SPACE, () -> redis.run(new Script("return {}"), "any")))
                    .isInstanceOf(RedisAway.class);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            assertThat(stage.operator().get("/health/ready").at("/redis")).startsWith("has not answered yet: ");
        }
    }
}
