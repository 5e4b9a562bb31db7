package io.streamverse.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

class TestEnginesIT {
    private final TestEngines engines = TestEngines.shared();

    @Test
    void thereIsOneSetOfEnginesPerJvm() {
        assertThat(TestEngines.shared()).isSameAs(engines);
    }

    @Test
    void aFreshDatabaseIsANewOneEveryTime() throws Exception {
        var first = engines.freshDatabase("fresh");
        var second = engines.freshDatabase("fresh");

        assertThat(first).isNotEqualTo(second);
        try (var connection = DriverManager.getConnection(second);
                var tables = connection.getMetaData().getTables(null, "public", "%", null)) {
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void kafkaAndRedisListenToo() throws Exception {
        var kafka = Integer.parseInt(engines.kafka().bootstrapServers().replaceFirst(".*:", ""));

        try (var toKafka = new Socket(InetAddress.getLoopbackAddress(), kafka);
                var toRedis = new Socket(
                        InetAddress.getLoopbackAddress(), engines.redis().uri().getPort())) {
            assertThat(toKafka.isConnected()).isTrue();
            assertThat(toRedis.isConnected()).isTrue();
        }
    }
}
