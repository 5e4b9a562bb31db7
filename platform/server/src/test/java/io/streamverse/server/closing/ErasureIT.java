package io.streamverse.server.closing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestEngines;
import io.streamverse.testkit.TestTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A tenant of a further database that used everything is erased; then everything there is gets searched for its id.
class ErasureIT {
    static final String NUMBERS = "erasure_it";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Stage STAGE = stage();
    private static final EndTenants JOB = STAGE.server().getApplicationContext().getBean(EndTenants.class);
    private static final Traces TRACES = new Traces(STAGE, NUMBERS);
    private static Life neighbour;
    private static Life erased;
    private static String neighbours;
    private static String neighboursAfter;
    private static Set<String> before;
    private static String home;
    private static Answer erasure;

    @BeforeAll
    static void aTenantIsErasedBesideAnother() {
        neighbour = Life.of(STAGE);
        erased = Life.of(STAGE);
        home = databaseOf(erased.tenant());
        neighbours = TRACES.digest(neighbour.tenant().id());
        before = TRACES.of(erased.tenant().id());

        erasure = erase(erased.tenant(), erased.tenant().slug());
        Eventually.within(
                PATIENCE, "it is certified", () -> goneOn(erasure.at("/id")).equals("done"));
        neighboursAfter = TRACES.digest(neighbour.tenant().id());
    }

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @Test
    void nothingOfItIsFoundButWhatTheCertificateNames() {
        Eventually.is("its last event is sent", () -> !left().contains("plumbing.outbox"));

        assertThat(before).contains("schemas", "roles", "control.job", "objects: originals", "redis: rate");
        assertThat(left()).isSubsetOf(declared());
    }

    @Test
    void itWasInAnotherDatabaseThanItsNeighbour() {
        assertThat(List.of(databaseOf(neighbour.tenant()), home)).containsExactly("main", "second");
    }

    @Test
    void whatAMoveLeftBehindGoesToo() {
        var tenant = STAGE.tenant();
        var schema = "SELECT to_regnamespace('%s')".formatted(tenant.liveSpace().schema());
        var left = STAGE.databaseOf(tenant.id());
        move(tenant, databaseOf(tenant).equals("main") ? "second" : "main");
        assertThat(left.ask(schema)).isEqualTo(tenant.liveSpace().schema());

        var erasure = erase(tenant, tenant.slug());
        Eventually.within(
                PATIENCE, "it is erased", () -> goneOn(erasure.at("/id")).equals("done"));

        assertThat(left.ask(schema)).isNull();
        assertThat(TRACES.of(tenant.id()))
                .doesNotContainAnyElementsOf(Rules.read().of("erased"))
                .doesNotContain("schemas", "roles");
    }

    @Test
    void everyPlaceHasARuleAndEveryRuleAPlace() {
        var rules = Rules.read().places();

        assertThat(rules).containsAll(TRACES.places());
        rules.removeAll(TRACES.places());
        assertThat(rules).allMatch(it -> it.startsWith("objects: ") || it.startsWith("redis: "));
    }

    @Test
    void whatIsSaidToNameNobodyNamesNobody() {
        assertThat(before).doesNotContainAnyElementsOf(Rules.read().of("nobody"));
    }

    @Test
    void whatIsSaidToGoIsGoneAndWhatIsSaidToStayIsDeclared() {
        var rules = Rules.read();

        assertThat(left()).doesNotContainAnyElementsOf(rules.of("erased")).doesNotContain("schemas", "roles");
        assertThat(declared()).containsAll(rules.of("kept"));
    }

    @Test
    void theNeighbourIsAsItWas() {
        assertThat(neighboursAfter).isEqualTo(neighbours);
        assertThat(neighbour.tenant().live().get("/v1/tenant").status()).isEqualTo(200);
    }

    @Test
    void theCertificateIsCheckedWithThePublishedKeyAndNothingOfOurs() throws Exception {
        var parts = certificate().split("\\.");
        var key = published(JSON.readTree(bytes(parts[0])).get("kid").textValue());

        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(key.get("n")), number(key.get("e")))));
        signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));

        assertThat(signature.verify(bytes(parts[2]))).isTrue();
    }

    @Test
    void theCertificateCountsWhatWasRemoved() {
        assertThat(content().get("removed").findValuesAsText("store"))
                .containsExactlyInAnyOrder(
                        "schemas", "control", "objects", "redis", "clickhouse", "plumbing", "events", "billing");
        assertThat(removed("objects"))
                .contains("\"bytes\":1000,\"count\":1,\"what\":\"live/originals\"", "test/originals");
        assertThat(removed("schemas")).contains("live.viewer", "live.title", "test.asset");
        assertThat(removed("billing")).contains("billing.quota_told", "billing.quote", "billing.ledger");
        assertThat(content().get("expires").toString()).contains("kafka: media.v1", "backups", "control.slug_hold");
        assertThat(content().get("kept").toString()).contains("billing.ledger", "control.erasure");
    }

    @Test
    void itsKeysAndHostsAreNobodysAndItsSlugIsHeld() {
        var tenant = erased.tenant();

        assertThat(tenant.live().get("/v1/tenant").status()).isEqualTo(401);
        assertThat(STAGE.operator().get("/operator/v1/tenants/" + tenant.id()).status())
                .isEqualTo(404);
        assertThat(STAGE.operator()
                        .post("/operator/v1/tenants", TestTenant.signUp(tenant.slug()))
                        .code())
                .isEqualTo("tenants.slug.held");
    }

    @Test
    void nobodyErasesWithoutNamingWhatTheyDestroy() {
        assertThat(erase(neighbour.tenant(), "another").code()).isEqualTo("closing.erasure.not-confirmed");
        assertThat(erase(erased.tenant(), erased.tenant().slug()).status()).isEqualTo(404);
    }

    @Test
    void theGraceThatIsOverErasesByItself() {
        var tenant = STAGE.tenant();
        STAGE.operator()
                .post(
                        "/operator/v1/tenants/" + tenant.id() + "/closure",
                        Map.of("reason", "the contract ended", "graceDays", 0));

        JOB.run(Instant.now());

        var begun = STAGE.operator().get("/operator/v1/erasures?tenantId=" + tenant.id());
        assertThat(begun.at("/data/0/askedBy")).isEqualTo("grace");
        Eventually.within(
                PATIENCE, "it is erased", () -> goneOn(begun.at("/data/0/id")).equals("done"));
    }

    @Test
    void whoIsReopenedInTheLastMomentStays() {
        var tenant = STAGE.tenant();
        var path = "/operator/v1/tenants/" + tenant.id() + "/closure";
        STAGE.operator().post(path, Map.of("reason", "a mistake", "graceDays", 1));
        STAGE.operator().delete(path);
        var erasures = STAGE.server().getApplicationContext().getBean(Erasures.class);

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> erasures.beginAfterGrace(tenant.id().value(), Instant.now()));
        assertThat(tenant.live().get("/v1/tenant").at("/state")).isEqualTo("active");
    }

    private static Stage stage() {
        var settings = new HashMap<>(TestEngines.shared().counting(NUMBERS));
        settings.put("closing.settle", "0s");
        return Stage.withBillingOver(List.of("second"), settings);
    }

    private static String databaseOf(TestTenant tenant) {
        return STAGE.operator().get("/operator/v1/tenants/" + tenant.id()).at("/database");
    }

    private static void move(TestTenant tenant, String database) {
        var moves = "/operator/v1/tenants/%s/moves".formatted(tenant.id());
        STAGE.operator().post(moves, Map.of("database", database));
        Eventually.is(
                "it is there",
                () -> STAGE.operator().get(moves).at("/data/0/state").equals("moved"));
    }

    private static Answer erase(TestTenant tenant, String slug) {
        return STAGE.operator()
                .post(
                        "/operator/v1/tenants/" + tenant.id() + "/erasure",
                        Map.of("slug", slug, "reason", "the contract ended"));
    }

    /// What the job does every ten seconds; and how the erasure stands then.
    private static String goneOn(String id) {
        JOB.run(Instant.now());
        return STAGE.operator().get("/operator/v1/erasures/" + id).at("/state");
    }

    private static Set<String> left() {
        return TRACES.of(erased.tenant().id());
    }

    private static String certificate() {
        return STAGE.operator()
                .get("/operator/v1/erasures/%s/certificate".formatted(erasure.at("/id")))
                .text();
    }

    private static JsonNode published(String id) {
        return STAGE.as("")
                .get("/.well-known/erasure-jwks.json")
                .body()
                .get("keys")
                .valueStream()
                .filter(it -> it.get("kid").textValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode content() {
        try {
            return JSON.readTree(bytes(certificate().split("\\.")[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> declared() {
        var declared = new TreeSet<String>();
        for (var list : new String[] {"expires", "kept"}) {
            StreamSupport.stream(content().get(list).spliterator(), false)
                    .map(it -> it.get("what").textValue())
                    .forEach(declared::add);
        }
        return declared;
    }

    private static String removed(String store) {
        return StreamSupport.stream(content().get("removed").spliterator(), false)
                .filter(it -> it.get("store").textValue().equals(store))
                .map(JsonNode::toString)
                .collect(Collectors.joining());
    }

    private static BigInteger number(JsonNode text) {
        return new BigInteger(1, bytes(text.textValue()));
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
