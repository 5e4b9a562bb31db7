package io.streamverse.server.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.tenancy.TenantContext;
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

/// Events of tenants in two databases.
class PlacedEventsIT {
    private static final Stage STAGE = Stage.over(
            List.of("second"),
            Map.of(
                    "test.probe",
                    true,
                    "messaging.attempts",
                    2,
                    "database.tenants.most",
                    8,
                    "databases.second.most",
                    8,
                    "placement.keep-left-behind",
                    "0s"));
    private static final TestTenant ONE = STAGE.tenant();
    private static final TestTenant TWO = STAGE.tenant();
    private static final TestTenant HERE = isInMain(ONE) ? ONE : TWO;
    private static final TestTenant THERE = HERE.equals(ONE) ? TWO : ONE;
    private static final Probe PROBE = STAGE.server().getApplicationContext().getBean(Probe.class);

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @Test
    void whatIsWrittenInTheSecondDatabaseIsToldAndTakenThereOnce() {
        IntStream.range(0, 100).forEach(number -> publish(THERE, "there", number));
        send(THERE, "evt_again", "again", 1);
        send(THERE, "evt_again", "again", 1);
        send(THERE, "evt_next", "again", 2);

        Eventually.is("all are taken", () -> PROBE.taken("there").size() == 100);
        Eventually.is("the next is taken", () -> PROBE.taken("again").contains(2));
        assertThat(PROBE.taken("there")).isSorted();
        assertThat(PROBE.taken("again")).containsExactly(1, 2);
        assertThat(STAGE.ask("SELECT count(*) FROM plumbing.inbox WHERE space = '" + THERE.liveSpace() + "'"))
                .isEqualTo("0");
        Eventually.is(
                "nothing waits", () -> "0".equals(STAGE.further("second").ask("SELECT count(*) FROM plumbing.outbox")));
    }

    @Test
    void whatComesWhileADatabaseIsAwayIsTakenInOrderWhenItIsBack() {
        STAGE.cutOff("second");
        try {
            Eventually.is(
                    "it is missed",
                    () -> THERE.live().get("/v1/branding").code().endsWith(".away"));
            IntStream.range(0, 3).forEach(number -> send(THERE, "evt_away_" + number, "away", number));
            publish(HERE, "meanwhile", 1);

            Eventually.is("others go on", () -> PROBE.taken("meanwhile").contains(1));
            Eventually.is("three wait", () -> "3".equals(aside()));
        } finally {
            STAGE.letIn("second");
        }
        send(THERE, "evt_away_3", "away", 3);

        Eventually.is("all are taken", () -> PROBE.taken("away").size() == 4);
        assertThat(PROBE.taken("away")).containsExactly(0, 1, 2, 3);
        Eventually.is("none waits", () -> "0".equals(aside()));
    }

    @Test
    void whatWasTakenBeforeAMoveIsNotTakenAgainAfterIt() {
        var tenant = STAGE.tenant();
        send(tenant, "evt_before", "carried", 1);
        Eventually.is("it is taken", () -> PROBE.taken("carried").contains(1));
        var moves = "/operator/v1/tenants/" + tenant.id() + "/moves";
        var elsewhere = isInMain(tenant) ? "second" : "main";
        STAGE.operator().post(moves, Map.of("database", elsewhere));
        Eventually.is(
                "it is moved",
                () -> STAGE.operator().get(moves).at("/data/0/state").equals("done"));

        send(tenant, "evt_before", "carried", 1);
        send(tenant, "evt_after", "carried", 2);

        Eventually.is("the next is taken", () -> PROBE.taken("carried").contains(2));
        assertThat(PROBE.taken("carried")).containsExactly(1, 2);
    }

    @Test
    void whatCannotBeTakenThereParksThoseBehindIt() {
        PROBE.refuse("refused");
        IntStream.range(0, 2).forEach(number -> publish(THERE, "refused", number));

        Eventually.is("both wait", () -> "2".equals(letters("refused")));
        PROBE.accept("refused");
        var first =
                STAGE.ask("SELECT id FROM plumbing.dead_letter WHERE key LIKE '%refused' ORDER BY position LIMIT 1");
        STAGE.operator().post("/operator/v1/dead-letters/" + first + "/replay", "");

        assertThat(PROBE.taken("refused")).containsExactly(0, 1);
        assertThat(letters("refused")).isEqualTo("0");
    }

    private static boolean isInMain(TestTenant tenant) {
        return STAGE.operator()
                .get("/operator/v1/tenants/" + tenant.id())
                .at("/database")
                .equals("main");
    }

    private static String aside() {
        return String.valueOf(STAGE.ask("SELECT count(*) FROM plumbing.dead_letter WHERE aside"));
    }

    private static String letters(String aggregate) {
        return String.valueOf(
                STAGE.ask("SELECT count(*) FROM plumbing.dead_letter WHERE key LIKE '%:" + aggregate + "'"));
    }

    private static void publish(TestTenant tenant, String aggregate, int number) {
        TenantContext.run(tenant.liveSpace(), () -> PROBE.publish(aggregate, number));
    }

    private static void send(TestTenant tenant, String id, String aggregate, int number) {
        var servers = TestEngines.shared().kafka().bootstrapServers();
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new StringSerializer())) {
            var payload = "{\"aggregateId\":\"%s\",\"number\":%d}".formatted(aggregate, number);
            var record = new ProducerRecord<>(STAGE.topic("probe.v1"), tenant.liveSpace() + ":" + aggregate, payload);
            var headers =
                    Map.of("ce_id", id, "ce_type", "Seen", "tenant", tenant.id().value(), "env", "live");
            headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            var _ = producer.send(record);
        }
    }
}
