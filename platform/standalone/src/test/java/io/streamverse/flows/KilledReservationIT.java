package io.streamverse.flows;

import static io.streamverse.standalone.TestDatabases.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// SIGKILL around a reservation: what was held expires and can be used again, what ran is booked however late.
class KilledReservationIT {
    private static final long ALL = 60_000_000;
    private static final Program RESERVING = Ground.server("reserving", Map.of("FLOWS_RESERVING", "true"));
    private final Answer tenant = NewTenant.next().askUntilMade(RESERVING.as(Ground.OPERATOR_KEY));

    @BeforeAll
    static void bothAreUp() {
        Ground.BILLING.up();
        RESERVING.up();
    }

    @AfterAll
    static void end() {
        RESERVING.kill();
        Ground.BILLING.kill();
    }

    @Test
    void whatNobodySettledAnyMoreExpiresAndIsUsedAgain() {
        var held = reserve("first", 20);
        assertThat(held.status()).as(held.toString()).isEqualTo(200);
        RESERVING.kill();
        RESERVING.up();

        var refused = reserve("second", 60);
        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.code()).isEqualTo("limits.quota.exceeded");
        assertThat(refused.at("/limit/meter")).isEqualTo("transcode.gpu");
        assertThat(refused.at("/limit/reserved")).isEqualTo(String.valueOf(ALL));
        Eventually.is("it has expired", () -> reserve("second", 60).status() == 200);

        var late = settle(held.at("/id"), 1_000);
        assertThat(late.at("/late")).isEqualTo("true");
        assertThat(used()).isEqualTo("1000");
    }

    @Test
    void aReservationThatWasNotCommittedHoldsNothing() {
        var asked = CompletableFuture.completedFuture(tenant);
        try (var hold = Hold.on(SERVER, "LOCK TABLE %s.reservation IN SHARE MODE".formatted(schema()))) {
            asked = CompletableFuture.supplyAsync(() -> reserve("first", 600), Thread::startVirtualThread);
            hold.awaitSomebodyBehind();
            RESERVING.kill();
        }
        RESERVING.up();

        assertThat(NewTenant.unanswered(asked)).isTrue();
        assertThat(reserve("second", 60).status()).isEqualTo(200);
    }

    private Answer reserve(String reference, long seconds) {
        var path = "/v1/flow-reservations?reference=%s&amount=%d&seconds=%d".formatted(reference, ALL, seconds);
        return api().post(path, "");
    }

    private Answer settle(String id, long actual) {
        return api().post("/v1/flow-reservations/%s/settlement?actual=%d".formatted(id, actual), "");
    }

    private String used() {
        return Ground.ask("SELECT settled::text FROM %s.quota WHERE meter = 'transcode.gpu'".formatted(schema()))
                .getFirst();
    }

    private String schema() {
        return tenant.at("/id").replace("ten_", "t_");
    }

    private Api api() {
        return RESERVING.as(tenant.at("/apiKeys/live"));
    }
}
