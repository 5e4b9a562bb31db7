package io.streamverse.testkit;

import io.streamverse.engines.Postgres;
import java.net.URI;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;

/// The engines as containers, in the versions that are embedded otherwise. Docker removes them when the JVM ends.
final class Containers {
    private static final String PASSWORD = "password-of-the-containers";
    private static final int POSTGRES_PORT = 5432;
    private static final int REDIS_PORT = 6379;
    private static final int CLICKHOUSE_PORT = 8123;

    private Containers() {}

    static TestEngines start(Path folder) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException(
                    "No Docker engine answers, which -Pcontainers needs: start one, or leave the profile out.");
        }
        var postgres = new GenericContainer<>("postgres:18.6")
                .withEnv("POSTGRES_PASSWORD", PASSWORD)
                .withCommand("postgres", "-c", "max_connections=200", "-c", "timezone=UTC")
                .withExposedPorts(POSTGRES_PORT)
                // The first is of the one that only fills the empty folder.
                .waitingFor(Wait.forLogMessage(".*ready to accept connections.*\\n", 2));
        var kafka = new KafkaContainer("apache/kafka:4.2.1")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_NUM_PARTITIONS", "4")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        var redis = new GenericContainer<>("redis:6.2.6").withExposedPorts(REDIS_PORT);
        var clickHouse = new GenericContainer<>("clickhouse/clickhouse-server:26.7.3")
                .withEnv("CLICKHOUSE_PASSWORD", PASSWORD)
                .withEnv("CLICKHOUSE_DEFAULT_ACCESS_MANAGEMENT", "1")
                .withExposedPorts(CLICKHOUSE_PORT)
                .waitingFor(Wait.forHttp("/ping").forPort(CLICKHOUSE_PORT));
        Startables.deepStart(postgres, kafka, redis).join();
        return new TestEngines(
                folder,
                new Server(postgres.getHost(), postgres.getMappedPort(POSTGRES_PORT)),
                new TestEngines.Kafka(kafka.getBootstrapServers()),
                new TestEngines.Redis(address("redis", redis, REDIS_PORT)),
                () -> started(clickHouse));
    }

    /// Starting what runs does nothing.
    private static TestEngines.ClickHouse started(GenericContainer<?> clickHouse) {
        clickHouse.start();
        return new TestEngines.ClickHouse(
                address("http", clickHouse, CLICKHOUSE_PORT), "default", PASSWORD, clickHouse::stop);
    }

    private static URI address(String scheme, GenericContainer<?> container, int port) {
        return URI.create("%s://%s:%d".formatted(scheme, container.getHost(), container.getMappedPort(port)));
    }

    private record Server(String host, int port) implements Postgres {
        @Override
        public String superuser() {
            return "postgres";
        }

        @Override
        public String password() {
            return PASSWORD;
        }
    }
}
