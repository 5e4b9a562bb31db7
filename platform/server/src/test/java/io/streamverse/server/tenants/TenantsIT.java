package io.streamverse.server.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantsIT {
    private static final Stage STAGE = Stage.shared();

    @Test
    void aTenantIsUsableWhenTheCallAnswers() {
        var made = create("usable", Map.of("externalId", "crm-1", "metadata", Map.of("team", "north")));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/id")).matches("ten_[0-9a-z]{26}");
        assertThat(made.at("/state")).isEqualTo("active");
        assertThat(made.at("/hosts/0")).startsWith("usable.localhost");
        assertThat(made.at("/metadata/team")).isEqualTo("north");
        assertThat(STAGE.as(made.at("/apiKeys/live")).get("/v1/branding").at("/name"))
                .isEqualTo("Name of usable");
        assertThat(STAGE.as(made.at("/apiKeys/test")).get("/v1/tenant").at("/id"))
                .isEqualTo(made.at("/id"));
        assertThat(STAGE.operator()
                        .get("/operator/v1/tenants/" + made.at("/id"))
                        .at("/createdAt"))
                .isEqualTo(made.at("/createdAt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "api", "operator", "www", "console", "edge", "a--b", "xn-abc", "aurora--test"})
    void namesOfOursAreReserved(String slug) {
        assertThat(create(slug, Map.of()).code()).isEqualTo("tenants.slug.reserved");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "ab", "-ab", "ab-", "Aurora", "au rora", "aurora.x", "au_rora", "ä-b-c", "x\n-y-z"})
    void aSlugIsAPlainLabel(String slug) {
        assertThat(create(slug, Map.of()).at("/errors/0/pointer")).isEqualTo("/slug");
    }

    @Test
    void aSlugBelongsToOneTenant() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, 6)
                    .mapToObj(_ -> threads.submit(() -> create("contested", Map.of())))
                    .toList();
            var answers = new ArrayList<Answer>();
            for (var it : running) {
                answers.add(it.get());
            }
            assertThat(answers.stream().filter(it -> it.status() == 201)).hasSize(1);
            assertThat(answers.stream().filter(it -> it.code().equals("tenants.slug.taken")))
                    .hasSize(5);
        }
    }

    @Test
    void anExternalIdBelongsToOneTenant() {
        var first = create("external-one", Map.of("externalId", "crm-2"));

        assertThat(create("external-two", Map.of("externalId", "crm-2")).code())
                .isEqualTo("tenants.tenant.external-id-taken");
        assertThat(STAGE.operator().get("/operator/v1/tenants?externalId=crm-2").at("/data/0/id"))
                .isEqualTo(first.at("/id"));
        assertThat(STAGE.operator()
                        .get("/operator/v1/tenants?slug=external-two")
                        .body()
                        .get("data"))
                .isEmpty();
    }

    @Test
    void anUnknownPlanIsRefused() {
        assertThat(create("planless", Map.of("plan", "free")).at("/errors/0/pointer"))
                .isEqualTo("/plan");
    }

    @Test
    void pagesStayWhereTheyWereWhileTenantsComeIn() {
        var known =
                IntStream.range(0, 5).mapToObj(_ -> STAGE.tenant().id().value()).toList();
        var seen = new ArrayList<String>();
        var after = "";
        for (int i = 0; i < 3; i++) {
            var page = STAGE.operator().get("/operator/v1/tenants?limit=2" + after);
            seen.addAll(page.body().get("data").findValuesAsText("id"));
            after = "&after=" + page.at("/next");
            STAGE.tenant();
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(known).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void anEditSinceThenIsNotOverwritten() {
        var path = "/operator/v1/tenants/" + STAGE.tenant().id();
        var tag = STAGE.operator().get(path).header("ETag");

        assertThat(STAGE.operator()
                        .with("If-Match", tag)
                        .patch(path, Map.of("name", "one"))
                        .at("/name"))
                .isEqualTo("one");
        assertThat(STAGE.operator()
                        .with("If-Match", tag)
                        .patch(path, Map.of("name", "two"))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void aPatchReplacesWhatItNamesAndRemovesWhatIsNull() {
        var path = "/operator/v1/tenants/"
                + create("patched", Map.of("externalId", "crm-3", "metadata", Map.of("a", "1", "b", "2")))
                        .at("/id");

        var patched = STAGE.operator().patch(path, "{\"externalId\":null,\"metadata\":{\"a\":null,\"c\":\"3\"}}");

        assertThat(patched.body().has("externalId")).isFalse();
        assertThat(patched.at("/metadata/a")).isEmpty();
        assertThat(patched.at("/metadata/b") + patched.at("/metadata/c")).isEqualTo("23");
    }

    @Test
    void aTenantChangesItsOwnNameAndNotItsPlan() {
        var tenant = STAGE.tenant();

        assertThat(tenant.live().patch("/v1/tenant", Map.of("name", "Renamed")).at("/name"))
                .isEqualTo("Renamed");
        assertThat(tenant.live().patch("/v1/tenant", Map.of("plan", "scale")).status())
                .isEqualTo(400);
        assertThat(tenant.live().patch("/v1/tenant", Map.of("name", "")).status())
                .isEqualTo(422);
    }

    @Test
    void theTestEnvironmentIsMadeOnceHoweverManyAsk() throws Exception {
        var tenant = STAGE.tenant();
        var schema = "SELECT count(*) FROM pg_namespace WHERE nspname = '"
                + tenant.testSpace().schema() + "'";
        assertThat(STAGE.ask(schema)).isEqualTo("0");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, 8)
                    .mapToObj(_ -> threads.submit(
                            () -> tenant.test().get("/v1/branding").status()))
                    .toList();
            for (var it : running) {
                assertThat(it.get()).isEqualTo(200);
            }
        }
        assertThat(STAGE.ask(schema)).isEqualTo("1");
        assertThat(STAGE.ask("SELECT count(*) FROM " + tenant.testSpace().schema() + ".branding"))
                .isEqualTo("1");
    }

    @Test
    void metadataHasBounds() {
        var tooMany = new HashMap<String, String>();
        IntStream.rangeClosed(0, 50).forEach(it -> tooMany.put("key" + it, ""));

        for (var metadata :
                List.of(tooMany, Map.of("k".repeat(41), ""), Map.of("", ""), Map.of("k", "v".repeat(501)))) {
            assertThat(create("metadata", Map.of("metadata", metadata)).at("/errors/0/pointer"))
                    .isEqualTo("/metadata");
        }
    }

    @Test
    void whatIsNoTenantIsNotThere() {
        for (var id : List.of("ten_", "ten_00000000000000000000000000", "nonsense", "key_0")) {
            assertThat(STAGE.operator().get("/operator/v1/tenants/" + id).status())
                    .isEqualTo(404);
        }
    }

    private static Answer create(String slug, Map<String, Object> more) {
        var wanted = new HashMap<>(TestTenant.signUp(slug));
        wanted.putAll(more);
        return STAGE.operator().post("/operator/v1/tenants", wanted);
    }
}
