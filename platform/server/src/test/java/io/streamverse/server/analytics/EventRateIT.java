package io.streamverse.server.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamverse.server.beacons.Message;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestEngines;
import io.streamverse.testkit.TestTenant;
import io.streamverse.testkit.bench.Load;
import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Request;
import io.streamverse.testkit.bench.Rounds;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Messages of 200 events over HTTP, checked and told that Kafka has them, beside a bare producer of the same messages;
/// and how soon one event is in the numbers. Client and server share the machine.
@Tag("bench")
class EventRateIT {
    private static final int ROUNDS = 7;
    private static final int MESSAGES = 1_600;
    private static final int EVENTS = 200;
    private static final int CLIENTS = 16;
    private static final Duration LENGTH = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    @Test
    void eventsAreTakenHalfAsFastAsKafkaTakesThem() throws Exception {
        try (var stage = Stage.alone(Map.of("beacons.messages-per-minute", 1_000_000));
                var bare = producer()) {
            var players = IntStream.range(0, CLIENTS)
                    .mapToObj(it -> Player.of(stage, stage.tenant().liveSpace(), "ttl_" + it, "vwr_" + it))
                    .toList();
            var requests = players.stream().map(EventRateIT::telling).toList();
            var load = new Load(
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), stage.server().getPort()),
                    CLIENTS);
            var rounds = new Rounds();
            load.run(requests, WARM_UP);
            for (int i = 0; i < ROUNDS; i++) {
                var round = new LinkedHashMap<String, Double>();
                round.put("bare producer events/s", sent(bare, stage.topic("qoe.v1"), message("pbs_1")));
                round.put("events/s", load.run(requests, LENGTH).perSecond() * EVENTS);
                round.put("events / bare", round.get("events/s") / round.get("bare producer events/s"));
                rounds.add(round);
            }
            Measurement.report(
                    Measurement.atLeast("events-of-bare", rounds.median("events / bare"), "ratio", 0.5, rounds));
        }
    }

    @Test
    void anEventIsInTheNumbersWithinTwoSeconds() {
        try (var stage = Stage.alone(TestEngines.shared().counting("event_rate"))) {
            var tenant = stage.tenant();
            visible(stage, tenant);
            var rounds = new Rounds();
            for (int i = 0; i < 3 * ROUNDS; i++) {
                var round = new LinkedHashMap<String, Double>();
                round.put("visible after ms", visible(stage, tenant));
                rounds.add(round);
            }
            Measurement.report(Measurement.atMost(
                    "event-visible-p95", rounds.percentile("visible after ms", 95), "ms", 2_000, rounds));
        }
    }

    private static double visible(Stage stage, TestTenant tenant) {
        var player = Player.of(stage, tenant.liveSpace(), "ttl_" + UUID.randomUUID(), "vwr_1");
        var began = System.nanoTime();
        player.watchesHalf();
        var question = "/v1/analytics/sessions/" + player.session();
        Eventually.within(
                Duration.ofSeconds(30),
                "it is visible",
                () -> tenant.live().get(question).status() == 200);
        return (System.nanoTime() - began) / 1e6;
    }

    private static Request telling(Player player) {
        var token = player.address().substring(player.address().indexOf('=') + 1);
        return Request.post("/viewer/v1/events", token, message(player.session()));
    }

    private static double sent(KafkaProducer<String, String> bare, String topic, String message) throws Exception {
        return rate(IntStream.range(0, CLIENTS)
                .<Callable<Void>>mapToObj(client -> () -> {
                    for (int i = 0; i < MESSAGES / CLIENTS; i++) {
                        bare.send(new ProducerRecord<>(topic, "key-" + client, message))
                                .get();
                    }
                    return null;
                })
                .toList());
    }

    private static double rate(List<Callable<Void>> clients) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var began = System.nanoTime();
            for (var done : threads.invokeAll(clients)) {
                done.get();
            }
            return MESSAGES * EVENTS / ((System.nanoTime() - began) / 1e9);
        }
    }

    private static KafkaProducer<String, String> producer() {
        var kafka = TestEngines.shared().kafka().bootstrapServers();
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "acks",
                        "all",
                        "linger.ms",
                        5,
                        "batch.size",
                        256 << 10,
                        "compression.type",
                        "lz4"),
                new StringSerializer(),
                new StringSerializer());
    }

    private static String message(String session) {
        var events = IntStream.range(0, EVENTS)
                .mapToObj(it -> Message.event(
                        UUID.randomUUID().toString(),
                        "progress",
                        it * 10_000L,
                        Map.of("watchedMs", 10_000, "kbps", 2400)))
                .toList();
        var text = written(Message.of(session, events));
        if (text.getBytes(UTF_8).length > 64 << 10) {
            throw new IllegalStateException("A message of %d bytes is too long".formatted(text.length()));
        }
        return text;
    }

    private static String written(Object message) {
        try {
            return new ObjectMapper().writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
