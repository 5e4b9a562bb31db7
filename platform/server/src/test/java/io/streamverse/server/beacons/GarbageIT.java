package io.streamverse.server.beacons;

import static io.streamverse.server.beacons.Message.event;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.streamverse.server.playback.House;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestEngines;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// A flood of forged, replayed, oversized, endless and senseless messages, while somebody watches films whose player
/// tells how it goes: the flood is refused and leaves nothing behind, neither on Kafka nor in the log nor on the heap;
/// the films start, and what is told of them counts.
class GarbageIT {
    private static final Stage STAGE = Stage.alone(TestEngines.shared().counting("garbage_it"));
    private static final int CLIENTS = 16;
    private static final int EACH_HONEST = 2_000;
    private static final int FEW_LINES = 20;

    /// A busy broker is told of by the consumers of all the servers in this JVM; a message refused reaches none.
    private static final String CONSUMERS = "org.apache.kafka.clients.consumer";

    private static final long ROOM = 64 << 20;
    private static final Logger OURS = (Logger) LoggerFactory.getLogger("io.streamverse");
    private static final Logger ALL = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    private final House house = House.live(STAGE);
    private final House.Fan fan = house.fan();
    private final String film = house.title();
    private final Garbage garbage = new Garbage(STAGE, house.tenant.liveSpace());
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void logAsInProduction() {
        OURS.setLevel(Level.INFO);
        ALL.addAppender(log);
        log.start();
    }

    @AfterEach
    void logAsInTests() {
        ALL.detachAppender(log);
        OURS.setLevel(null);
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @Test
    void aFloodDoesNoHarm() throws Exception {
        assertHarmless(8_000);
    }

    @Test
    @Tag("soak")
    void aMillionDoNoHarm() throws Exception {
        assertHarmless(1_000_000);
    }

    private void assertHarmless(int messages) throws Exception {
        flood(Garbage.KINDS);
        var bytesBefore = liveBytes();
        var eventsBefore = eventsOnKafka();

        var statuses = flood(messages);

        assertThat(statuses.keySet()).as(statuses.toString()).isSubsetOf(202, 400, 401, 403, 413, 429);
        for (int eachTime : List.of(401, 400, 403, 413)) {
            assertThat(statuses.get(eachTime))
                    .as(statuses.toString())
                    .isGreaterThanOrEqualTo(messages / Garbage.KINDS / 2);
        }
        assertThat(eventsOnKafka() - eventsBefore)
                .isEqualTo(statuses.getOrDefault(202, 0).longValue());
        assertThat(liveBytes() - bytesBefore).isLessThan(ROOM);
        assertThat(log.list)
                .filteredOn(line -> !line.getLoggerName().startsWith(CONSUMERS))
                .hasSizeLessThan(FEW_LINES);
        Eventually.is(
                "what is told of the films counts, and once what was replayed",
                () -> plays().equals(Integer.toString(messages / EACH_HONEST + 1)));
        assertThat(house.tenant.live().get("/v1/analytics/sessions/pbs_over").status())
                .isEqualTo(404);
    }

    /// How often each status was answered, films among them.
    private Map<Integer, Integer> flood(int messages) throws Exception {
        var statuses = new ConcurrentHashMap<Integer, Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = IntStream.range(0, CLIENTS)
                    .<Callable<Void>>mapToObj(client -> () -> {
                        for (int i = client; i < messages; i += CLIENTS) {
                            var status = i % EACH_HONEST == EACH_HONEST - 1 ? watched() : garbage.send(i);
                            statuses.merge(status, 1, Integer::sum);
                        }
                        return null;
                    })
                    .toList();
            for (var done : threads.invokeAll(clients)) {
                done.get();
            }
        }
        return new TreeMap<>(statuses);
    }

    /// A film starts, its player tells so, and it ends.
    private int watched() {
        var started = fan.start(film);
        assertThat(started.status()).as(started.toString()).isEqualTo(201);
        var address = URI.create(started.at("/beaconUrl"));
        var told = STAGE.as("")
                .post(
                        address.getRawPath() + "?" + address.getRawQuery(),
                        Message.of(started.at("/sessionId"), List.of(event("start", Map.of()))));
        assertThat(told.status()).as(told.toString()).isEqualTo(202);
        assertThat(fan.api()
                        .delete("/viewer/v1/playbacks/" + started.at("/sessionId"))
                        .status())
                .isEqualTo(204);
        return told.status();
    }

    private static long eventsOnKafka() {
        Map<String, Object> kafka =
                Map.of("bootstrap.servers", TestEngines.shared().kafka().bootstrapServers());
        try (var consumer = new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(STAGE.topic("qoe.v1")).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private String plays() {
        return house.tenant.live().get("/v1/analytics/summary").at("/data/0/plays");
    }

    private static long liveBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
