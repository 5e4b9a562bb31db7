package io.streamverse.server.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.engines.EmbeddedKafka;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaAwayIT {
    @TempDir
    private Path folder;

    @Test
    void whatIsSaidWhileKafkaIsAwayIsTakenOnceWhenItIsBack() {
        var kafka = broker();
        try (var stage = stage(kafka)) {
            var space = stage.tenant().liveSpace();
            publish(stage, space, 0, 10);
            Eventually.is("the first are taken", () -> taken(stage) == 10);

            kafka.close();
            publish(stage, space, 10, 30);
            assertThat(ready(stage).status()).isEqualTo(503);
            assertThat(ready(stage).at("/events")).isEqualTo("Kafka does not answer");
            assertThat(stage.ask("SELECT count(*) FROM plumbing.outbox WHERE topic = 'probe.v1'"))
                    .isEqualTo("20");

            kafka = broker();
            Eventually.is("all are taken", () -> taken(stage) >= 30);
            Eventually.is("it is ready again", () -> ready(stage).status() == 200);
            publish(stage, space, 30, 31);
            Eventually.is("it goes on", () -> probe(stage).taken("away").contains(30));
            assertThat(probe(stage).taken("away"))
                    .isEqualTo(IntStream.range(0, 31).boxed().toList());
            assertThat(stage.ask("SELECT count(*) FROM plumbing.dead_letter")).isEqualTo("0");
        } finally {
            kafka.close();
        }
    }

    @Test
    void aServerStopsSoonWhileKafkaIsAway() {
        var kafka = broker();
        var stage = stage(kafka);
        var space = stage.tenant().liveSpace();
        kafka.close();
        publish(stage, space, 0, 10);

        var began = System.nanoTime();
        stage.close();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    }

    private EmbeddedKafka broker() {
        return EmbeddedKafka.start(folder, _ -> {});
    }

    private static Stage stage(EmbeddedKafka kafka) {
        return Stage.alone(Map.of("test.probe", true, "messaging.bootstrap-servers", kafka.bootstrapServers()));
    }

    private static void publish(Stage stage, TenantSpace space, int from, int to) {
        IntStream.range(from, to)
                .forEach(it -> TenantContext.run(space, () -> probe(stage).publish("away", it)));
    }

    private static int taken(Stage stage) {
        return probe(stage).taken("away").size();
    }

    private static Probe probe(Stage stage) {
        return stage.server().getApplicationContext().getBean(Probe.class);
    }

    private static Answer ready(Stage stage) {
        return stage.operator().get("/health/ready");
    }
}
