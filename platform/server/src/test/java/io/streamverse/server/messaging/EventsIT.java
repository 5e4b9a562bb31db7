package io.streamverse.server.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestEngines;
import io.streamverse.testkit.TestTenant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EventsIT {
    private static final Stage STAGE = Stage.alone(Map.of("test.probe", true, "messaging.attempts", 2));
    private static final TestTenant TENANT = STAGE.tenant();
    private static final Probe PROBE = STAGE.server().getApplicationContext().getBean(Probe.class);

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @Test
    void stateAndEventAreWrittenTogetherOrNotAtAll() {
        publish("together", 1);
        assertThatThrownBy(() -> inTenant(() -> PROBE.publishAndFail("together", 2)));
        publish("together", 3);

        Eventually.is("both are taken", () -> PROBE.taken("together").contains(3));
        assertThat(PROBE.taken("together")).containsExactly(1, 3);
        assertThat(TENANT.live().get("/v1/branding").at("/name")).isEqualTo("together3");
    }

    @Test
    void eventsOfOneKeyComeInOrder() {
        for (int number = 0; number < 200; number++) {
            publish("order-" + number % 2, number);
        }

        Eventually.is("all are taken", () -> PROBE.taken("order-1").size() == 100);
        Eventually.is("all are taken", () -> PROBE.taken("order-0").size() == 100);
        assertThat(PROBE.taken("order-0")).isSorted();
        assertThat(PROBE.taken("order-1")).isSorted();
    }

    @Test
    void twoRelaysSendNothingOutOfOrder() {
        var other = STAGE.anotherServer(Map.of("test.probe", true)).getApplicationContext();
        var twin = other.getBean(Probe.class);
        for (int number = 0; number < 200; number++) {
            var publisher = number % 2 == 0 ? PROBE : twin;
            var next = number;
            inTenant(() -> publisher.publish("two-relays", next));
        }

        Eventually.is(
                "all are taken",
                () -> PROBE.taken("two-relays").size()
                                + twin.taken("two-relays").size()
                        >= 200);
        assertThat(PROBE.taken("two-relays")).isSorted().doesNotHaveDuplicates();
        assertThat(twin.taken("two-relays")).isSorted().doesNotHaveDuplicates();
        other.close();
    }

    @Test
    void aRecordThatComesAgainIsTakenOnce() {
        var key = TENANT.liveSpace() + ":again";
        send(key, "evt_again", "Seen", seen("again", 1));
        send(key, "evt_again", "Seen", seen("again", 1));
        send(key, "evt_next", "Seen", seen("again", 2));

        Eventually.is("the next is taken", () -> PROBE.taken("again").contains(2));
        assertThat(PROBE.taken("again")).containsExactly(1, 2);
    }

    @Test
    void aFailingEventStepsAsideWithThoseOfItsKeyAndIsReplayedInOrder() {
        PROBE.refuse("failing");
        IntStream.range(0, 3).forEach(number -> publish("failing", number));
        publish("healthy", 1);

        Eventually.is("three letters wait", () -> letters("failing").size() == 3);
        Eventually.is("other keys go on", () -> PROBE.taken("healthy").contains(1));
        assertThat(PROBE.tried("failing")).containsExactly(0, 0);
        assertThat(replay(letters("failing").get(2)).code()).isEqualTo("messaging.dead-letter.failed-again");
        assertThat(replay(letters("failing").get(0)).code()).isEqualTo("messaging.dead-letter.out-of-order");

        PROBE.accept("failing");
        assertThat(replay(letters("failing").get(2)).at("/taken")).isEqualTo("3");
        publish("failing", 3);

        Eventually.is("the key goes on", () -> PROBE.taken("failing").contains(3));
        assertThat(PROBE.taken("failing")).containsExactly(0, 1, 2, 3);
        assertThat(letters("failing")).isEmpty();
    }

    @Test
    void whatCannotBeReadBecomesADeadLetter() {
        var key = TENANT.liveSpace() + ":unreadable";
        send(key, "evt_broken", "Seen", "{");
        send(key + "2", "evt_strange", "Unheard", "{}");
        send(key + "3", "evt_after", "Seen", seen("readable", 1));

        Eventually.is("both wait", () -> letters("unreadable").size() == 2);
        Eventually.is("others go on", () -> PROBE.taken("readable").contains(1));
    }

    @Test
    void aTenantsEventIsTakenInItsName() {
        var stranger = STAGE.tenant();
        inTenant(() -> PROBE.publish("mine", 1));

        Eventually.is("it is taken", () -> PROBE.taken("mine").contains(1));
        assertThat(stranger.live().get("/v1/branding").at("/primaryColor")).isNotEqualTo("#7a6e00");
        assertThat(TENANT.live().get("/v1/branding").at("/primaryColor")).isEqualTo("#7a6e00");
    }

    private static void publish(String aggregate, int number) {
        inTenant(() -> PROBE.publish(aggregate, number));
    }

    private static void inTenant(Runnable work) {
        TenantContext.run(TENANT.liveSpace(), work);
    }

    private static String seen(String aggregate, int number) {
        return "{\"aggregateId\":\"%s\",\"number\":%d}".formatted(aggregate, number);
    }

    private static Answer replay(String letter) {
        return STAGE.operator().post("/operator/v1/dead-letters/" + letter + "/replay", "");
    }

    /// Newest first.
    private static List<String> letters(String aggregate) {
        return STAGE.operator()
                .get("/operator/v1/dead-letters?limit=100")
                .body()
                .get("data")
                .valueStream()
                .filter(it -> it.get("key").textValue().contains(":" + aggregate))
                .map(it -> it.get("id").textValue())
                .toList();
    }

    private static void send(String key, String id, String type, String payload) {
        var servers = TestEngines.shared().kafka().bootstrapServers();
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new StringSerializer())) {
            var record = new ProducerRecord<>(STAGE.topic("probe.v1"), key, payload);
            var headers =
                    Map.of("ce_id", id, "ce_type", type, "tenant", TENANT.id().value(), "env", "live");
            headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            var _ = producer.send(record);
        }
    }
}
