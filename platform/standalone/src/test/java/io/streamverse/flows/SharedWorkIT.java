package io.streamverse.flows;

import static io.streamverse.standalone.TestDatabases.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two servers share what is to be done: each job, event and repeated request is done once.
class SharedWorkIT {
    private static final int TIMES = 10;
    private static final Map<String, String> TICKING = Map.of("FLOWS_TICKS", "true");
    private static final Program ONE = Ground.server("sharing-one", TICKING);
    private static final Program OTHER = Ground.server("sharing-other", TICKING);

    @BeforeAll
    static void theJobHasItsTable() {
        Ground.run(SERVER, Tick.TABLE);
        Ground.BILLING.begin();
        ONE.begin();
        OTHER.begin();
    }

    @BeforeEach
    void bothAreUp() {
        ONE.up();
        OTHER.up();
    }

    @AfterAll
    static void end() {
        ONE.kill();
        OTHER.kill();
        Ground.BILLING.kill();
    }

    @Test
    void twinsOnTwoServersMakeOneKey() {
        var tenant = tenant();
        IntStream.range(0, TIMES).mapToObj(i -> "twin-" + i).forEach(name -> {
            var body = "{\"name\":\"%s\",\"scopes\":[\"*\"]}".formatted(name);
            both(it -> it.as(tenant.at("/apiKeys/live"))
                            .with("Idempotency-Key", name)
                            .post("/v1/api-keys", body))
                    .assertOneEffect();

            assertThat(Ground.ask("SELECT k.id FROM control.api_key k WHERE tenant_id = '%s' AND name = '%s'"
                            .formatted(tenant.at("/id"), name)))
                    .hasSize(1);
        });
    }

    @Test
    void twinsOnTwoServersMakeOneTenant() {
        IntStream.range(0, TIMES).mapToObj(_ -> NewTenant.next()).forEach(wanted -> {
            both(it -> wanted.ask(it.as(Ground.OPERATOR_KEY))).assertOneEffect();

            assertThat(wanted.ask(OTHER.as(Ground.OPERATOR_KEY)).body())
                    .isEqualTo(wanted.ask(ONE.as(Ground.OPERATOR_KEY)).body());
        });
    }

    @Test
    void eachEventLeavesOnce() {
        var tenant = tenant();
        var before = SentEvent.of("branding.v1").size();
        IntStream.range(0, 10 * TIMES).mapToObj("#%06x"::formatted).forEach(colour -> {
            var server = colour.hashCode() % 2 == 0 ? ONE : OTHER;
            var body = "{\"primaryColor\":\"%s\"}".formatted(colour);
            assertThat(server.as(tenant.at("/apiKeys/live"))
                            .patch("/v1/branding", body)
                            .status())
                    .isEqualTo(200);
        });
        Ground.awaitEmptyOutbox();

        assertThat(SentEvent.of("branding.v1")).hasSize(before + 10 * TIMES);
    }

    @Test
    void eachDueTimeIsRunOnceAndNoneIsLeftOut() {
        var before = ticks().size();
        Eventually.is("ticks", () -> ticks().size() > before + 3);

        assertEachSecondOnce();
    }

    @Test
    void whatAKilledServerWasRunningTheOtherRuns() {
        try (var hold = Hold.on(SERVER, "LOCK TABLE public.tick IN SHARE MODE")) {
            var leader = hold.awaitSomebodyBehind();
            (leader.equals("sharing-one") ? ONE : OTHER).kill();
        }
        var killedAt = Instant.now();
        theLeaseRunsOut();

        Eventually.is("the other goes on", () -> ticks().getLast().isAfter(killedAt));
        assertEachSecondOnce();
    }

    /// A minute, made short.
    private static void theLeaseRunsOut() {
        Ground.run(SERVER, "UPDATE plumbing.schedule SET leader_until = now() WHERE name = 'server.flows.tick'");
    }

    private static Answer tenant() {
        return NewTenant.next().askUntilMade(ONE.as(Ground.OPERATOR_KEY));
    }

    private static Twins both(Function<Program, Answer> request) {
        return Twins.of(request, ONE, OTHER);
    }

    private static void assertEachSecondOnce() {
        var ticks = ticks();
        assertThat(ticks).doesNotHaveDuplicates();
        assertThat(ticks)
                .containsExactlyElementsOf(IntStream.range(0, ticks.size())
                        .mapToObj(ticks.getFirst()::plusSeconds)
                        .toList());
    }

    private static List<Instant> ticks() {
        return Ground.ask("SELECT extract(epoch FROM due_at)::bigint FROM public.tick ORDER BY due_at").stream()
                .map(it -> Instant.ofEpochSecond(Long.parseLong(it)))
                .toList();
    }
}
