package io.streamverse.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.standalone.TestDatabases;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// SIGKILL at a random moment of each of twenty waves, over two databases, each of one more release, whether the one
/// before came to its end or not; while a server of the first release serves tenants that change their colour without
/// a pause.
@Tag("soak")
class KilledWavesIT {
    private static final int WAVES = 20;
    /// One in so many, with nobody left behind when the next release comes.
    private static final int THAT_COME_TO_THE_END = 4;

    private static final int TENANTS = 8;
    private static final int PAINTED = 2;
    private static final String MAIN = "waves";
    private static final TestDatabases DATABASES = Ground.databases(MAIN);
    private static final String SECOND = DATABASES.further("second");
    private static final Releases RELEASES = new Releases();
    private static final Program OLDER = Ground.server("older", settings());
    private static final Program NEWER = Ground.server("newer", settings()).with(RELEASES.folder());
    private final long seed = Long.getLong("flows.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @AfterAll
    static void end() {
        NEWER.kill();
        OLDER.kill();
        var roles = Stream.of(MAIN, SECOND)
                .flatMap(it -> Ground.ask(it, "SELECT nspname FROM pg_namespace WHERE nspname ~ '^t_'").stream())
                .toList();
        Stream.of(MAIN, SECOND, MAIN + "_billing")
                .forEach(it -> Ground.run(TestDatabases.SERVER, "DROP DATABASE %s WITH (FORCE)".formatted(it)));
        roles.forEach(it -> Ground.run(TestDatabases.SERVER, "DROP ROLE " + it));
    }

    @Test
    void everyTenantEndsOnOneReleaseInOnePlaceWithWhatItHad() throws Exception {
        OLDER.begin();
        tellThePlans();
        OLDER.awaitReady();
        var tenants = Stream.generate(KilledWavesIT::tenant).limit(TENANTS).toList();
        var painters = tenants.stream()
                .limit(PAINTED)
                .map(it -> new Painter(OLDER, it))
                .toList();
        var films = digests(tenants);
        var painting = painters.stream()
                .map(it -> CompletableFuture.runAsync(it::paintUntilTheServerDies, Thread::startVirtualThread))
                .toList();

        for (int wave = 0; wave < WAVES; wave++) {
            RELEASES.next();
            killAmidTheWave(2 * TENANTS);
            if (random.nextInt(THAT_COME_TO_THE_END) == 0) {
                comeToTheEnd(tenants);
            }
        }
        comeToTheEnd(tenants);
        OLDER.kill();
        for (var it : painting) {
            it.get(60, TimeUnit.SECONDS);
        }
        OLDER.up();

        assertThat(digests(tenants)).isEqualTo(films);
        Eventually.is(
                "all is sent",
                () -> Stream.of(MAIN, SECOND)
                        .allMatch(it ->
                                Ground.ask(it, "SELECT id FROM plumbing.outbox").isEmpty()));
        var sent = SentEvent.of(MAIN + ".branding.v1");
        painters.forEach(it -> it.assertNothingLostNothingTwice(sent));
        System.out.printf(
                "Killed in %d waves with seed %d: %d changes answered%n",
                WAVES, seed, painters.stream().mapToInt(Painter::answered).sum());
    }

    private void killAmidTheWave(int environments) {
        var moment = 1 + random.nextInt(environments - 1);
        NEWER.begin();
        Eventually.is(
                "the wave has come to %d of %d".formatted(moment, environments),
                () -> Ground.ask(
                                        MAIN,
                                        "SELECT tenant_id FROM control.tenant_space WHERE schema_version = '%s'"
                                                .formatted(RELEASES.version()))
                                .size()
                        >= moment);
        NEWER.kill();
    }

    /// Everybody is of the newest release then, has gone through each once, and looks like all others.
    private static void comeToTheEnd(List<Answer> tenants) {
        NEWER.up();
        NEWER.kill();

        assertThat(Ground.ask(
                        MAIN,
                        "SELECT DISTINCT schema_version || coalesce(migration_error, '') FROM control.tenant_space"))
                .containsExactly(RELEASES.version());
        var all = IntStream.rangeClosed(1, RELEASES.last())
                .mapToObj(String::valueOf)
                .toList();
        for (var tenant : tenants) {
            for (var schema : List.of(schema(tenant), schema(tenant) + "_test")) {
                var home = home(tenant);
                assertThat(Ground.ask(home, "SELECT release FROM %s.wave ORDER BY 1".formatted(schema)))
                        .isEqualTo(all);
                assertThat(scripts(home, schema)).isEqualTo(scripts(home, "tenant_template"));
                assertThat(form(home, schema)).isEqualTo(form(home, "tenant_template"));
                assertThat(Ground.ask(
                                home.equals(MAIN) ? SECOND : MAIN,
                                "SELECT to_regnamespace('%s')::text".formatted(schema)))
                        .containsOnlyNulls();
            }
        }
    }

    private static List<String> scripts(String database, String schema) {
        return Ground.ask(
                database,
                "SELECT script FROM %s.flyway_schema_history WHERE version IS NOT NULL ORDER BY 1".formatted(schema));
    }

    private static List<String> form(String database, String schema) {
        return Ground.ask(database, """
                SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable) FROM information_schema.columns
                WHERE table_schema = '%s' ORDER BY 1
                """.formatted(schema));
    }

    private static List<List<String>> digests(List<Answer> tenants) {
        return tenants.stream()
                .map(it -> Ground.ask(
                        home(it),
                        "SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM %s.title t".formatted(schema(it))))
                .toList();
    }

    private static String schema(Answer tenant) {
        return tenant.at("/id").replace("ten_", "t_");
    }

    private static String home(Answer tenant) {
        return tenant.at("/database").equals("main") ? MAIN : SECOND;
    }

    /// With five films, in both environments.
    private static Answer tenant() {
        var made = NewTenant.next().askUntilMade(OLDER.as(Ground.OPERATOR_KEY));
        for (int film = 0; film < 5; film++) {
            OLDER.as(made.at("/apiKeys/live"))
                    .post("/v1/titles", Map.of("kind", "movie", "externalId", "film-" + film));
        }
        OLDER.as(made.at("/apiKeys/test")).get("/v1/branding");
        return made;
    }

    /// As billing would.
    private static void tellThePlans() {
        Eventually.is(
                "it has its tables",
                () -> Ground.ask(MAIN, "SELECT to_regclass('control.transcode_weight')::text")
                        .contains("control.transcode_weight"));
        Ground.run(MAIN, """
                INSERT INTO control.plan (code, name) VALUES ('starter', 'Starter');
                INSERT INTO control.transcode_weight VALUES (now(), 'codec', 'h264', 1);
                """);
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<>(DATABASES.ofServer());
        settings.putAll(DATABASES.ofServer("second"));
        settings.put("MESSAGING_PREFIX", MAIN + ".");
        settings.put("REDIS_PREFIX", MAIN + ":");
        settings.put("STORAGE_ROOT", RELEASES.folder().resolve("objects").toString());
        return settings;
    }
}
