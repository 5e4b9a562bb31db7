package io.streamverse.server.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.streamverse.kernel.app.StartFailure;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Two databases: the first has room for two tenants, the second for fifty.
class PlacementIT {
    private static final Stage STAGE =
            Stage.over(List.of("second"), Map.of("database.tenants.most", 4, "databases.second.most", 100));
    private static final TestTenant ONE = STAGE.tenant();
    private static final TestTenant TWO = STAGE.tenant();
    private static final TestTenant HERE = databaseOf(ONE).equals("main") ? ONE : TWO;
    private static final TestTenant THERE = HERE.equals(ONE) ? TWO : ONE;

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @Test
    void aNewTenantGoesWhereMostRoomIs() {
        assertThat(List.of(databaseOf(HERE), databaseOf(THERE))).containsExactly("main", "second");
        assertThat(databaseOf(STAGE.tenant())).isEqualTo("second");
        assertThat(listed("main").at("/fill").doubleValue()).isEqualTo(0.5);
        assertThat(listed("second").at("/schemas").intValue())
                .isEqualTo(2 * listed("second").at("/tenants").intValue());
        assertThat(HERE.live().get("/v1/tenant").body().has("database")).isFalse();
    }

    @Test
    void itsSchemasAreThereAndNowhereElse() {
        THERE.test().get("/v1/branding");

        for (var space : List.of(THERE.liveSpace(), THERE.testSpace())) {
            var schema = "SELECT to_regnamespace('%s')".formatted(space.schema());
            assertThat(STAGE.further("second").ask(schema)).isEqualTo(space.schema());
            assertThat(STAGE.ask(schema)).isNull();
        }
    }

    @Test
    void tenantsOfDifferentDatabasesNeverMeet() {
        THERE.live().patch("/v1/branding", Map.of("name", "There"));
        HERE.live().patch("/v1/branding", Map.of("name", "Here"));

        for (int i = 0; i < 20; i++) {
            assertThat(THERE.live().get("/v1/branding").at("/name")).isEqualTo("There");
            assertThat(HERE.live().get("/v1/branding").at("/name")).isEqualTo("Here");
        }
    }

    @Test
    void anAnswerIsRememberedWhereItsEffectIs() {
        var keyed = THERE.live().with("Idempotency-Key", UUID.randomUUID().toString());
        var first = keyed.post("/v1/titles", Map.of("kind", "movie"));
        var second = keyed.post("/v1/titles", Map.of("kind", "movie"));

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(STAGE.further("second").ask("SELECT count(*) > 0 FROM plumbing.idempotency"))
                .isEqualTo("t");
    }

    @Test
    void aDatabaseThatIsAwayIsNoConcernOfOthers() {
        STAGE.cutOff("second");
        try {
            Eventually.is(
                    "it is missed", () -> !listed("second").at("/reachable").booleanValue());
            var refused = THERE.live().get("/v1/branding");

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("tenancy.database.away");
            assertThat(refused.header("Retry-After")).isEqualTo("5");
            assertThat(HERE.live().get("/v1/branding").status()).isEqualTo(200);
            Eventually.is(
                    "it is ready", () -> STAGE.operator().get("/health/ready").status() == 200);
            assertThat(sweptAgain()).isEqualTo("ok");
        } finally {
            STAGE.letIn("second");
        }
        Eventually.is("it is back", () -> THERE.live().get("/v1/branding").status() == 200);
    }

    @Test
    void aServerThatStartsMeanwhileServesTheOthers() {
        STAGE.cutOff("second");
        try (var late = STAGE.anotherServer(Map.of()).getApplicationContext()) {
            var here = new Api(url(late), HERE.liveKey());
            var there = new Api(url(late), THERE.liveKey());
            assertThat(here.get("/v1/branding").status()).isEqualTo(200);
            assertThat(there.get("/v1/branding").status()).isEqualTo(503);

            STAGE.letIn("second");
            Eventually.is("it is found", () -> there.get("/v1/branding").status() == 200);
        } finally {
            STAGE.letIn("second");
        }
    }

    @Test
    void aServerThatDoesNotKnowTheDatabaseOfSomeDoesNotStart() {
        STAGE.run("INSERT INTO control.placement SELECT id, 'third' FROM control.tenant WHERE id NOT IN"
                + " (SELECT tenant_id FROM control.placement) ON CONFLICT DO NOTHING");
        STAGE.run("UPDATE control.placement SET database = 'third' WHERE tenant_id = '" + HERE.id() + "'");
        try {
            assertThatThrownBy(() -> STAGE.anotherServer(Map.of()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("set databases.third.url");
        } finally {
            STAGE.run("UPDATE control.placement SET database = 'main' WHERE database = 'third'");
        }
    }

    @Test
    void whereNobodyHasRoomNobodySignsUp() {
        STAGE.run("INSERT INTO control.tenant (id, slug, name, state, plan, owner_email, owner_name, country, currency,"
                + " created_at, creating_until, version) SELECT 'ten_filler' || i, 'filler-' || i, '', 'CREATING', '', '',"
                + " '', 'FR', 'EUR', now(), now() + interval '1 hour', 0 FROM generate_series(1, 60) i");
        STAGE.run("INSERT INTO control.placement SELECT id, CASE WHEN slug < 'filler-15' THEN 'main' ELSE 'second' END"
                + " FROM control.tenant WHERE slug LIKE 'filler-%'");
        try {
            var refused = STAGE.operator().post("/operator/v1/tenants", TestTenant.signUp("too-many"));

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("placement.databases.full");
        } finally {
            STAGE.run("DELETE FROM control.tenant WHERE slug LIKE 'filler-%'");
        }
    }

    private static String databaseOf(TestTenant tenant) {
        return STAGE.operator().get("/operator/v1/tenants/" + tenant.id()).at("/database");
    }

    private static JsonNode listed(String name) {
        return STAGE.operator()
                .get("/operator/v1/databases")
                .body()
                .get("data")
                .valueStream()
                .filter(it -> it.get("name").textValue().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// How a job over all environments ends that begins now.
    private static String sweptAgain() {
        var job = "server.tenants.sweep-reservations";
        var before = last(job, "last_run_at");
        var due = STAGE.operator().post("/operator/v1/schedules/" + job + "/runs", "");
        assertThat(due.status()).isEqualTo(202);
        Eventually.is("it has run", () -> !last(job, "last_run_at").equals(before));
        return last(job, "last_result");
    }

    private static String last(String job, String column) {
        return String.valueOf(STAGE.ask("SELECT %s FROM plumbing.schedule WHERE name = '%s'".formatted(column, job)));
    }

    private static URI url(ApplicationContext server) {
        return server.getBean(EmbeddedServer.class).getURI();
    }
}
