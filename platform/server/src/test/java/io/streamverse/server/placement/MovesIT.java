package io.streamverse.server.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.Superuser;
import io.streamverse.testkit.TestTenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// New tenants are in the first database: after one in each, the second is the fuller one.
class MovesIT {
    private static final Stage STAGE = Stage.over(
            List.of("second"),
            Map.of("databases.second.most", 40, "placement.keep-left-behind", "1s", "rate-limits.mode", "off"));
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String REFUSALS = "SELECT last_value - 1 FROM control.refused";
    private static final int WRITERS = 4;
    private static final long LONGEST_PAUSE_MS = 2_000;

    @BeforeAll
    static void oneInEach() {
        STAGE.tenant();
        STAGE.tenant();
    }

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @Test
    void aTenantIsMovedWithBothEnvironmentsAndWhatItWasAnswered() {
        var tenant = busyTenant();
        var keyed = tenant.live().with("Idempotency-Key", UUID.randomUUID().toString());
        var answer = keyed.post("/v1/titles", title("answered")).body();
        var before = List.of(digest(main(), tenant.liveSpace()), digest(main(), tenant.testSpace()));

        var move = moved(tenant, "second");

        assertThat(List.of(digest(second(), tenant.liveSpace()), digest(second(), tenant.testSpace())))
                .isEqualTo(before);
        assertThat(keyed.post("/v1/titles", title("answered")).body()).isEqualTo(answer);
        assertThat(tenant.test().get("/v1/branding").at("/name")).isEqualTo("Tried");
        assertThat(databaseOf(tenant)).isEqualTo("second");
        assertThat(move.at("/rows").longValue()).isPositive();
        assertNothingIsLeftIn(main(), tenant);
    }

    @Test
    void andBackAgain() {
        var tenant = busyTenant();
        var before = digest(main(), tenant.liveSpace());

        moved(tenant, "second");
        assertThat(tenant.live().get("/v1/branding").status()).isEqualTo(200);
        moved(tenant, "main");

        assertThat(digest(main(), tenant.liveSpace())).isEqualTo(before);
        assertThat(tenant.live().post("/v1/titles", title("back")).status()).isEqualTo(201);
        assertNothingIsLeftIn(second(), tenant);
    }

    @Test
    void whatIsWrittenMeanwhileIsThereAndWaitsShortly() {
        var tenant = busyTenant();
        var written = new ConcurrentLinkedQueue<String>();
        var refused = new ConcurrentLinkedQueue<Integer>();
        var move = movedAmidWrites(tenant, written, refused);

        System.out.printf(
                "MovesIT: %d rows, pause %d ms, %d written, %d refused%n",
                move.at("/rows").longValue(), move.at("/pauseMs").longValue(), written.size(), refused.size());
        assertThat(refused).allMatch(status -> status == 503);
        assertThat(move.at("/pauseMs").longValue()).isLessThanOrEqualTo(LONGEST_PAUSE_MS);
        var kept = String.valueOf(
                second().ask("SELECT string_agg(external_id, ' ') FROM %s.title WHERE external_id LIKE 'w-%%'"
                        .formatted(tenant.liveSpace().schema())));
        assertThat(kept.split(" ")).contains(written.toArray(String[]::new)).doesNotHaveDuplicates();
    }

    @Test
    void whoHasNotHeardOfTheMoveIsRefusedByPostgresItself() throws SQLException {
        var tenant = busyTenant();
        try (var late = standingIn(tenant.liveSpace());
                var holder = STAGE.superuser()) {
            begin(tenant, "second");
            await(tenant, "moved");
            run(
                    holder,
                    "SELECT pg_advisory_lock(hashtextextended('%s', 0))"
                            .formatted(tenant.liveSpace().schema()));

            for (var sql : List.of(
                    "UPDATE branding SET name = 'Lost'",
                    "SELECT * FROM branding",
                    "SELECT plumbing.emit('evt_late', 'branding.v1', 'x', 'BrandingChanged', '%s', '{}', null, now())"
                            .formatted(tenant.liveSpace()),
                    "SELECT plumbing.take('server.late', 'evt_late', '%s:x')".formatted(tenant.liveSpace()))) {
                assertThatThrownBy(() -> run(late, sql))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                it -> assertThat(it.getSQLState()).isEqualTo("42501"));
            }
        }
        await(tenant, "done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COPYING", "MOVED", "DONE"})
    void whereAStepFailsTheTenantWorksAndTheMoveGoesOnLater(String state) {
        var tenant = busyTenant();
        var before = digest(main(), tenant.testSpace());
        refuse(tenant, state);
        try {
            begin(tenant, "second");
            Eventually.is("it was refused", () -> !"0".equals(STAGE.ask(REFUSALS)));
            Eventually.is(
                    "it writes",
                    () -> tenant.live()
                                    .patch("/v1/branding", Map.of("name", "After " + state))
                                    .status()
                            == 200);
        } finally {
            STAGE.run("DROP FUNCTION control.refuse_step CASCADE");
        }
        await(tenant, "done");

        assertThat(tenant.live().get("/v1/branding").at("/name")).isEqualTo("After " + state);
        assertThat(digest(second(), tenant.testSpace())).isEqualTo(before);
        assertNothingIsLeftIn(main(), tenant);
    }

    @Test
    void whatAServerLeftThatDiedBeforeItsLastWordIsDoneAgain() {
        var tenant = busyTenant();
        var before = digest(main(), tenant.liveSpace());
        STAGE.run("""
                INSERT INTO plumbing.fence VALUES ('%1$s');
                REVOKE ALL ON ALL TABLES IN SCHEMA %1$s FROM %1$s;
                UPDATE control.placement SET moving = true WHERE tenant_id = '%2$s';
                INSERT INTO control.tenant_move (id, tenant_id, source, target, state, attempt, requested_at, due_at, paused_at)
                VALUES ('mov_left', '%2$s', 'main', 'second', 'COPYING', 7, now(), now(), now());
                """.formatted(tenant.liveSpace().schema(), tenant.id()));
        second().run("CREATE SCHEMA %s AUTHORIZATION sv_control"
                .formatted(tenant.liveSpace().schema()));

        await(tenant, "done");
        assertThat(digest(second(), tenant.liveSpace())).isEqualTo(before);
        assertThat(tenant.live().get("/v1/branding").status()).isEqualTo(200);
    }

    @Test
    void aMoveThatCannotBeIsRefused() {
        var tenant = STAGE.tenant();

        assertThat(ask(tenant, "third").code()).isEqualTo("placement.database.unknown");
        assertThat(ask(tenant, "main").code()).isEqualTo("placement.move.there-already");
        assertThat(STAGE.operator()
                        .post("/operator/v1/tenants/ten_nobody/moves", Map.of("database", "second"))
                        .code())
                .isEqualTo("tenants.tenant.unknown");
        begin(tenant, "second");
        assertThat(ask(tenant, "second").code()).startsWith("placement.move.");
        await(tenant, "done");
    }

    /// Counted by a sequence, since what is refused is rolled back.
    private static void refuse(TestTenant tenant, String state) {
        STAGE.run("""
                CREATE SEQUENCE IF NOT EXISTS control.refused;
                ALTER SEQUENCE control.refused OWNER TO sv_control;
                ALTER SEQUENCE control.refused RESTART;
                SELECT nextval('control.refused');
                CREATE FUNCTION control.refuse_step() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    PERFORM nextval('control.refused');
                    RAISE EXCEPTION 'refused';
                END $$;
                CREATE TRIGGER refuse_step BEFORE UPDATE ON control.tenant_move FOR EACH ROW
                WHEN (NEW.state = '%s' AND NEW.tenant_id = '%s' AND OLD.state <> NEW.state)
                EXECUTE FUNCTION control.refuse_step();
                """.formatted(state, tenant.id()));
    }

    private static TestTenant busyTenant() {
        var tenant = STAGE.tenant();
        tenant.live().patch("/v1/branding", Map.of("name", "Shown"));
        tenant.test().patch("/v1/branding", Map.of("name", "Tried"));
        for (int i = 0; i < 10; i++) {
            tenant.live().post("/v1/titles", title("v-" + i));
            tenant.live().post("/v1/assets", Map.of("name", "Film " + i));
        }
        return tenant;
    }

    private static Map<String, Object> title(String externalId) {
        return Map.of("kind", "movie", "externalId", externalId, "texts", Map.of("en", Map.of("name", externalId)));
    }

    private static JsonNode movedAmidWrites(TestTenant tenant, Queue<String> written, Queue<Integer> refused) {
        var over = new AtomicBoolean();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (int i = 0; i < WRITERS; i++) {
                    var _ = writers.submit(() -> write(tenant, over, written, refused));
                }
                Eventually.is("they write", () -> written.size() > 50);
                var move = moved(tenant, "second");
                var then = written.size();
                Eventually.is("they write on", () -> written.size() > then + 50);
                return move;
            } finally {
                over.set(true);
            }
        }
    }

    private static void write(TestTenant tenant, AtomicBoolean over, Queue<String> written, Queue<Integer> refused) {
        while (!over.get()) {
            var name = "w-" + NUMBERS.incrementAndGet();
            var status = tenant.live().post("/v1/titles", title(name)).status();
            if (status == 201) {
                written.add(name);
            } else {
                refused.add(status);
            }
        }
    }

    private static JsonNode moved(TestTenant tenant, String database) {
        begin(tenant, database);
        return await(tenant, "done");
    }

    private static void begin(TestTenant tenant, String database) {
        var answer = ask(tenant, database);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    }

    private static Answer ask(TestTenant tenant, String database) {
        return STAGE.operator()
                .post("/operator/v1/tenants/%s/moves".formatted(tenant.id()), Map.of("database", database));
    }

    private static JsonNode await(TestTenant tenant, String state) {
        Eventually.is(
                "the move is " + state,
                () -> last(tenant).at("/state").textValue().equals(state));
        return last(tenant);
    }

    private static JsonNode last(TestTenant tenant) {
        return STAGE.operator()
                .get("/operator/v1/tenants/%s/moves".formatted(tenant.id()))
                .body()
                .at("/data/0");
    }

    private static String databaseOf(TestTenant tenant) {
        return STAGE.operator().get("/operator/v1/tenants/" + tenant.id()).at("/database");
    }

    private static void assertNothingIsLeftIn(Superuser database, TestTenant tenant) {
        var schema = tenant.liveSpace().schema();
        assertThat(database.ask("SELECT count(*) FROM pg_namespace WHERE nspname LIKE '" + schema + "%'"))
                .isEqualTo("0");
        assertThat(database.ask("SELECT count(*) FROM plumbing.idempotency WHERE tenant = '" + tenant.id() + "'"))
                .isEqualTo("0");
        assertThat(database.ask("SELECT count(*) FROM plumbing.fence WHERE role LIKE '" + schema + "%'"))
                .isEqualTo("0");
    }

    private static Connection standingIn(TenantSpace space) throws SQLException {
        var connection = STAGE.tenantLogin();
        run(
                connection,
                "SELECT set_config('search_path', '%1$s', false), set_config('role', '%1$s', false)"
                        .formatted(space.schema()));
        run(connection, "UPDATE branding SET name = name");
        return connection;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Superuser main() {
        return STAGE.database();
    }

    private static Superuser second() {
        return STAGE.further("second");
    }

    /// Of every row of every table.
    private static String digest(Superuser database, TenantSpace space) {
        return String.valueOf(database.ask("""
                SELECT string_agg(tablename || ' ' || coalesce((xpath('/row/d/text()', query_to_xml(format(
                    'SELECT count(*) || md5(string_agg(t::text, '''' ORDER BY t::text)) AS d FROM %%I.%%I t', schemaname, tablename),
                    false, true, '')))[1]::text, ''), chr(10) ORDER BY tablename)
                FROM pg_tables WHERE schemaname = '%s'
                """.formatted(space.schema())));
    }
}
