package io.streamverse.flows;

import static io.streamverse.standalone.TestDatabases.BILLING;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Eventually;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// SIGKILL of billing while it books, and around the commit: the sums are those of a billing that lived.
class KilledMeteringIT {
    private static final String GROUP = "billing.metering";
    private static final String TOPIC = "usage.v1";
    private static final String HELD = "LOCK TABLE billing.ledger_space IN SHARE MODE";
    private static final int CALLS = 7;

    @BeforeEach
    void everythingIsUpAndTaken() {
        Ground.BILLING.up();
        Ground.SERVER.up();
        awaitAllTaken();
    }

    @AfterAll
    static void end() {
        Ground.SERVER.kill();
        Ground.BILLING.kill();
    }

    @Test
    void whatWasBeingBookedIsBookedByTheNext() {
        var tenant = made();
        try (var hold = Hold.on(BILLING, HELD)) {
            call(tenant);
            hold.awaitSomebodyBehind();
            Ground.BILLING.kill();
        }

        assertThat(sum(tenant, "api.calls")).isEqualTo("0");
        Ground.BILLING.up();
        awaitAllTaken();
        assertThat(sum(tenant, "api.calls")).isEqualTo(String.valueOf(CALLS));
    }

    @Test
    void whatWasBookedButNotTickedOffIsNotBookedTwice() {
        var tenant = made();
        var hold = Hold.on(BILLING, HELD);
        call(tenant);
        hold.awaitSomebodyBehind();
        try (var held = HeldCommits.begin()) {
            hold.close();
            held.awaitCommitTo(BILLING, "billing.ledger_day");
            Ground.BILLING.kill();
        }

        Eventually.is("the commit is seen", () -> !sum(tenant, "api.calls").equals("0"));
        Ground.BILLING.up();
        awaitAllTaken();
        assertThat(sum(tenant, "api.calls")).isEqualTo(String.valueOf(CALLS));
    }

    @Test
    void aFileGoesOnWhereItsBookingDied() {
        var tenant = made();
        var file = IntStream.range(0, 5_000).mapToObj(i -> line(tenant, i)).collect(Collectors.joining("\n"));
        try (var hold = Hold.on(BILLING, HELD)) {
            assertThat(Ground.operator()
                            .with("Content-Type", "application/x-ndjson")
                            .post("/operator/v1/usage-backfills", file)
                            .status())
                    .isEqualTo(202);
            hold.awaitSomebodyBehind();
            Ground.BILLING.kill();
        }

        Ground.BILLING.up();
        Eventually.is("the file is booked", () -> states().equals(List.of("done")));
        assertThat(sum(tenant, "delivery.bytes")).isEqualTo("15000");
    }

    private static void awaitAllTaken() {
        Ground.awaitEmptyOutbox();
        Eventually.is("billing has taken everything", () -> SentEvent.lag(GROUP, TOPIC) == 0);
    }

    private record Made(String id, String key) {}

    private static Made made() {
        var answer = NewTenant.next().askUntilMade(Ground.operator());
        var id = answer.at("/id");
        var known = "SELECT id FROM billing.subscription WHERE tenant_id = '%s'".formatted(id);
        Eventually.is("billing knows it", () -> !Ground.ask(BILLING, known).isEmpty());
        return new Made(id, answer.at("/apiKeys/live"));
    }

    private static void call(Made tenant) {
        for (int i = 0; i < CALLS; i++) {
            assertThat(Ground.SERVER.as(tenant.key()).get("/v1/branding").status())
                    .isEqualTo(200);
        }
    }

    private static String line(Made tenant, int number) {
        return """
                {"tenantId": "%s", "env": "live", "id": "%d", "source": "cdn", "meter": "delivery.bytes", "quantity": 3, \
                "at": "%s"}""".formatted(tenant.id(), number, Instant.now());
    }

    private static List<String> states() {
        return Ground.ask(BILLING, "SELECT state FROM billing.usage_backfill");
    }

    private static String sum(Made tenant, String meter) {
        return Ground.ask(BILLING, """
                        SELECT coalesce(sum(quantity), 0) FROM billing.usage_hour h JOIN billing.ledger_space s ON s.id = h.space
                        WHERE s.tenant = '%s' AND h.meter = '%s'
                        """.formatted(tenant.id(), meter)).getFirst();
    }
}
