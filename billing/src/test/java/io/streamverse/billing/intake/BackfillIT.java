package io.streamverse.billing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.streamverse.billing.BillingStage;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackfillIT {
    private static final String PATH = "/operator/v1/usage-backfills";
    private final BillingStage stage = BillingStage.shared();
    private final TenantSpace space = stage.customer();
    private final Instant at = Instant.now();

    @Test
    void aFileIsBookedLineByLine() {
        var file = IntStream.range(0, 4_500).mapToObj(i -> line("id" + i)).collect(Collectors.joining("\n"));

        var first = finished(send("application/x-ndjson", file));
        var again = finished(send("application/x-ndjson", file));

        assertThat(first.at("/accepted")).isEqualTo("4500");
        assertThat(again.at("/duplicates")).isEqualTo("4500");
        assertThat(stage.key(space, "*").get("/v1/usage?meter=delivery.bytes").at("/data/0/quantity"))
                .isEqualTo("13500");
    }

    @Test
    void commasWorkTooAndBadLinesAreNamed() {
        var file = """
                tenantId,env,id,source,meter,quantity,at,dimensions.via
                %1$s,live,one,cdn,delivery.bytes,3,%2$s,edge
                %1$s,live,two,cdn,delivery.bytes,-3,%2$s,edge
                nonsense
                %1$s,live,"th,ree",cdn,delivery.bytes,3,%2$s,
                """.formatted(space.tenant(), at);

        var done = finished(send("text/csv", file));

        assertThat(done.at("/accepted")).isEqualTo("2");
        assertThat(done.body().findValuesAsText("line")).containsExactly("3", "4");
        assertThat(done.body().findValuesAsText("code"))
                .containsExactly("usage.quantity.negative", "usage.line.malformed");
    }

    @Test
    void aLineThatIsNeitherBookedNorRefusedNorPendingIsNoticed() {
        finished(send("application/x-ndjson", line("whole") + "\n\n" + line("two")));
        var job = stage.bean(BackfillsAddUp.class);
        job.run(at);
        var before = unaccounted();
        var lossy = finished(send("application/x-ndjson", line("three"))).at("/id");

        stage.run("UPDATE billing.usage_backfill SET lines = lines + 1 WHERE id = '" + lossy + "'");
        job.run(at);

        assertThat(before).isZero();
        assertThat(unaccounted()).isEqualTo(1);
        stage.run("UPDATE billing.usage_backfill SET lines = lines - 1 WHERE id = '" + lossy + "'");
    }

    private double unaccounted() {
        return stage.bean(MeterRegistry.class)
                .get("streamverse.usage.backfills.unaccounted")
                .gauge()
                .value();
    }

    @Test
    void aLineWithoutEndIsRefused() {
        var answer = send("application/x-ndjson", "x".repeat(20_000));

        assertThat(answer.code()).isEqualTo("usage.backfill.too-large");
    }

    @Test
    void ofAFileThatIsTooLongNothingIsBooked() {
        try (var small = BillingStage.with(Map.of("intake.largest-backfill", 2_000))) {
            var customer = small.customer();
            var file = IntStream.range(0, 20)
                    .mapToObj(i -> line(customer, "id" + i))
                    .collect(Collectors.joining("\n"));

            var answer = small.operator()
                    .with("Content-Type", "application/x-ndjson")
                    .post(PATH, file);

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("usage.backfill.too-large");
            assertThat(small.ask("SELECT state FROM billing.usage_backfill")).isEqualTo("failed");
            assertThat(small.ask("SELECT count(*) FROM billing.ledger")).isEqualTo("0");
        }
    }

    @Test
    void whatIsNoFileOfUsageIsRefused() {
        assertThat(send("image/png", "x").status()).isEqualTo(415);
        assertThat(stage.operator().get(PATH + "/ubf_unknown").status()).isEqualTo(404);
    }

    private Answer finished(Answer taken) {
        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
        var path = PATH + "/" + taken.at("/id");
        Eventually.is(
                "it is booked", () -> stage.operator().get(path).at("/state").equals("done"));
        return stage.operator().get(path);
    }

    private Answer send(String type, String file) {
        return stage.operator().with("Content-Type", type).post(PATH, file);
    }

    private String line(String id) {
        return line(space, id);
    }

    private String line(TenantSpace customer, String id) {
        return "{\"tenantId\":\"%s\",\"env\":\"live\",\"id\":\"%s\",\"source\":\"cdn\",\"meter\":\"delivery.bytes\",\"quantity\":3,\"at\":\"%s\",\"dimensions\":{\"via\":\"edge\"}}"
                .formatted(customer.tenant(), id, at);
    }
}
