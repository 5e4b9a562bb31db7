package io.streamverse.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.standalone.TestDatabases;
import io.streamverse.testkit.Eventually;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// SIGKILL at a random moment of each of twenty moves of a tenant that changes its colour without a pause.
@Tag("soak")
class KilledMovesIT {
    private static final int MOVES = 20;
    private static final int LONGEST_MS = 1_000;
    private static final String SECOND = Ground.further("second");
    private static final Program MOVING = Ground.server("moving", settings());
    private final long seed = Long.getLong("flows.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @AfterAll
    static void end() {
        MOVING.kill();
        Ground.BILLING.kill();
    }

    @Test
    void everyMoveEndsInOnePlaceWithEverythingThatWasAnswered() throws Exception {
        Ground.BILLING.up();
        MOVING.up();
        var made = NewTenant.next().askUntilMade(MOVING.as(Ground.OPERATOR_KEY));
        var painter = new Painter(MOVING, made);
        var api = MOVING.as(made.at("/apiKeys/live"));
        for (int film = 0; film < 20; film++) {
            api.post("/v1/titles", Map.of("kind", "movie", "externalId", "film-" + film));
        }
        var schema = made.at("/id").replace("ten_", "t_");
        var home = made.at("/database");
        var films = digest(home, schema);
        assertThat(films).isNotEmpty();

        for (int move = 0; move < MOVES; move++) {
            var left = home;
            home = left.equals("main") ? "second" : "main";
            killAmid(painter, made.at("/id"), home);

            assertThat(digest(home, schema)).isEqualTo(films);
            assertThat(digest(left, schema)).isEmpty();
        }
        Ground.awaitEmptyOutbox();
        Eventually.is(
                "the other outbox is empty",
                () -> Ground.ask(SECOND, "SELECT id FROM plumbing.outbox").isEmpty());
        painter.assertNothingLostNothingTwice(SentEvent.of("branding.v1"));
        System.out.printf("Killed in %d moves with seed %d: %d changes answered%n", MOVES, seed, painter.answered());
    }

    private void killAmid(Painter painter, String tenant, String database) throws Exception {
        var painting = CompletableFuture.runAsync(painter::paintUntilTheServerDies, Thread::startVirtualThread);
        var path = "/operator/v1/tenants/%s/moves".formatted(tenant);
        var asked = MOVING.as(Ground.OPERATOR_KEY).post(path, Map.of("database", database));
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        var moment = CompletableFuture.delayedExecutor(random.nextInt(LONGEST_MS), TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(MOVING::kill, moment).get(60, TimeUnit.SECONDS);
        painting.get(60, TimeUnit.SECONDS);
        MOVING.up();
        Eventually.is(
                "the move is done",
                () -> MOVING.as(Ground.OPERATOR_KEY)
                        .get(path)
                        .at("/data/0/state")
                        .equals("done"));
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<>(Ground.ofFurther("second"));
        settings.put("PLACEMENT_KEEP_LEFT_BEHIND", "5s");
        return settings;
    }

    private static List<String> digest(String name, String schema) {
        var database = name.equals("main") ? TestDatabases.SERVER : SECOND;
        return Ground.ask(database, "SELECT to_regnamespace('%s')".formatted(schema))
                        .contains(schema)
                ? Ground.ask(
                        database, "SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM %s.title t".formatted(schema))
                : List.of();
    }
}
