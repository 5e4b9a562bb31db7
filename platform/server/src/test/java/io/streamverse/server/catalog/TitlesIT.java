package io.streamverse.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitlesIT {
    private static final Stage STAGE = Stage.shared();
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Films films = new Films(STAGE);
    private final Api api = films.api;

    @Test
    void aTitleIsADraftThatComesBackAsItWasWritten() {
        var wanted = Films.title("Metropolis");
        wanted.put(
                "texts",
                Map.of(
                        "en", Map.of("name", "Metropolis", "synopsis", "A city.\nA machine."),
                        "pt-BR", Map.of("name", "Metrópolis")));
        wanted.put("artwork", List.of(Map.of("kind", "poster", "url", "https://images.example.com/m.jpg")));
        wanted.put("access", Map.of("kind", "tier", "tier", "premium"));
        wanted.put("ageRating", Map.of("minimumAge", 12, "label", "FSK 12"));
        wanted.put("territories", List.of("DE", "AT"));
        wanted.put("externalId", "film-1927");
        wanted.put("metadata", Map.of("year", "1927"));

        var made = api.post("/v1/titles", wanted);

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.at("/state")).isEqualTo("draft");
        wanted.put("territories", List.of("AT", "DE"));
        wanted.forEach(
                (field, value) -> assertThat(made.body().get(field)).as(field).isEqualTo(JSON.valueToTree(value)));
        var read = api.get("/v1/titles/" + made.at("/id"));
        assertThat(read.body()).isEqualTo(made.body());
        assertThat(read.version()).isZero();
    }

    @Test
    void whatNobodySaysIsFreeEverywhereAndAlways() {
        var made = api.post("/v1/titles", Map.of("kind", "movie"));

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.at("/access/kind")).isEqualTo("free");
        assertThat(made.body().get("windows")).isEmpty();
        assertThat(made.body().get("territories")).isEmpty();
        assertThat(made.body().has("ageRating")).isFalse();
    }

    @Test
    void aWindowMayBeWrittenInAnyTimeZoneAndIsReadInUtc() {
        var wanted = Films.title("Premiere");
        wanted.put(
                "windows",
                List.of(Map.of(
                        "from", "2027-03-28T00:00:00+01:00",
                        "until", "2027-03-29T00:00:00+02:00",
                        "territories", List.of("DE"))));

        var made = api.post("/v1/titles", wanted);

        assertThat(made.at("/windows/0/from")).isEqualTo("2027-03-27T23:00:00Z");
        assertThat(made.at("/windows/0/until")).isEqualTo("2027-03-28T22:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert('x')</script>",
                "\u200Fשבעה\u200F",
                "\u2067مدينة\u2069",
                "'; DROP TABLE title; --",
                "%s ${jndi:ldap://x} {{7*7}}",
                "👩‍👩‍👧‍👦 \uD83C\uDDE9\uD83C\uDDEA",
                "Cafe\u0301"
            })
    void aHostileNameIsOnlyAName(String name) {
        var made = api.post("/v1/titles", Films.title(name));

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var read = api.get("/v1/titles/" + made.at("/id"));
        assertThat(read.at("/texts/en/name")).isEqualTo(name);
        assertThat(read.header("Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0007bell", "two\nlines", "\u202Egnp.exe", "\u0000", "   ", "\u009B31m"})
    void whatIsNoTextIsRefused(String name) {
        var answer = api.post("/v1/titles", Films.title(name));

        assertThat(answer.status()).as(answer.toString()).isBetween(400, 422);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/texts/en/name");
    }

    @Test
    void aSynopsisHasAnEnd() {
        var longest = text("x".repeat(5_000));
        assertThat(api.post("/v1/titles", longest).status()).isEqualTo(201);
        assertThat(api.post("/v1/titles", text("x".repeat(5_001))).at("/errors/0/pointer"))
                .isEqualTo("/texts/en/synopsis");
        assertThat(api.post("/v1/titles", text("x".repeat(900_000))).status()).isEqualTo(422);
        assertThat(api.post("/v1/titles", text("x".repeat(1 << 20))).status()).isEqualTo(413);
    }

    @Test
    void everyFaultIsPointedAt() {
        var wanted = Films.title("odd");
        wanted.put("texts", Map.of("pt_BR", Map.of("name", "x"), "de", Map.of("synopsis", "no name")));
        wanted.put("artwork", List.of(Map.of("kind", "hero", "url", "http://images.example.com/x.jpg")));
        wanted.put("access", Map.of("kind", "tier"));
        wanted.put("windows", List.of(Map.of("from", "2027-01-02T00:00:00Z", "until", "2027-01-01T00:00:00Z")));
        wanted.put("territories", List.of("DE", "XX"));
        wanted.put("assetId", "ast_nobody");

        var answer = api.post("/v1/titles", wanted);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(pointers(answer))
                .containsExactlyInAnyOrder(
                        "/texts/pt_BR",
                        "/texts/de/name",
                        "/artwork/0/url",
                        "/access/tier",
                        "/windows/0/until",
                        "/territories",
                        "/assetId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"movie\",\"texts\":{\"en\":null}}",
                "{\"kind\":\"movie\",\"artwork\":[null]}",
                "{\"kind\":\"movie\",\"windows\":[null]}",
                "{\"kind\":\"movie\",\"territories\":[null]}",
                "{\"kind\":\"movie\",\"windows\":[{\"territories\":[null]}]}",
                "{\"kind\":\"series\"}",
                "{\"kind\":\"movie\",\"access\":{\"kind\":\"free\",\"tier\":\"basic\"}}",
                "{\"kind\":\"movie\",\"ageRating\":{\"minimumAge\":-1}}",
                "{\"kind\":\"movie\",\"ageRating\":{}}"
            })
    void holesAndNonsenseAreRefused(String body) {
        assertThat(api.post("/v1/titles", body).status()).isIn(400, 422);
    }

    @Test
    void aPatchChangesWhatItNames() {
        var path = films.complete("Metropolis");
        api.patch(path, Map.of("texts", Map.of("de", Map.of("name", "Metropolis", "synopsis", "Eine Stadt."))));

        var gone = new HashMap<String, Object>();
        gone.put("synopsis", null);
        var changed =
                api.patch(path, Map.of("texts", Map.of("de", gone), "access", Map.of("kind", "tier", "tier", "basic")));

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.at("/texts/en/name")).isEqualTo("Metropolis");
        assertThat(changed.body().at("/texts/de").has("synopsis")).isFalse();
        assertThat(api.patch(path, Map.of("access", Map.of("kind", "free")))
                        .body()
                        .get("access"))
                .isEqualTo(JSON.valueToTree(Map.of("kind", "free")));
    }

    @Test
    void anEditSinceThenIsNotOverwritten() {
        var path = films.complete("Metropolis");
        var tag = api.get(path).header("ETag");
        var careful = api.with("If-Match", tag);

        assertThat(careful.patch(path, Map.of("externalId", "one")).status()).isEqualTo(200);
        assertThat(careful.patch(path, Map.of("externalId", "two")).status()).isEqualTo(412);
    }

    @Test
    void ofManyAtOnceOneGetsTheExternalId() {
        var wanted = Films.title("Metropolis");
        wanted.put("externalId", "film-1");

        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> api.post("/v1/titles", wanted))
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
        assertThat(answers)
                .filteredOn(it -> it.status() != 201)
                .extracting(Answer::code)
                .containsOnly("catalog.title.external-id-taken");
    }

    @Test
    void theSamePostTwiceIsOneTitle() {
        var once = api.with("Idempotency-Key", "again");

        var first = once.post("/v1/titles", Films.title("Metropolis"));

        assertThat(once.post("/v1/titles", Films.title("Metropolis")).body()).isEqualTo(first.body());
        assertThat(once.post("/v1/titles", Films.title("Another")).status()).isEqualTo(409);
        assertThat(api.get("/v1/titles").body().get("data")).hasSize(1);
    }

    @Test
    void aListIsFilteredAndReadPageByPage() {
        films.published("one");
        films.complete("two");
        films.complete("three");

        assertThat(names(api.get("/v1/titles?state=published"))).containsExactly("one");
        assertThat(names(api.get("/v1/titles?state=draft"))).containsExactly("three", "two");
        var page = api.get("/v1/titles?limit=2");
        assertThat(names(page)).containsExactly("three", "two");
        assertThat(names(api.get("/v1/titles?limit=2&after=" + page.at("/next"))))
                .containsExactly("one");
        assertThat(api.get("/v1/titles?externalId=nobody").body().get("data")).isEmpty();
    }

    @Test
    void whatChildrenMissIsListed() {
        films.published("nobody rated it");
        api.patch(films.published("for all"), Map.of("ageRating", Map.of("minimumAge", 0)));
        var unratedAgain = films.published("no longer");
        api.patch(unratedAgain, Map.of("ageRating", Map.of("minimumAge", 12)));
        api.patch(unratedAgain, "{\"ageRating\": null}");

        assertThat(names(api.get("/v1/titles?rated=false"))).containsExactly("no longer", "nobody rated it");
        assertThat(names(api.get("/v1/titles?rated=true"))).containsExactly("for all");
    }

    @Test
    void anotherTenantsTitleIsNotThere() {
        var path = films.published("Metropolis");
        var other = STAGE.tenant().live();

        assertThat(other.get(path).code()).isEqualTo("catalog.title.unknown");
        assertThat(other.patch(path, "{ nonsense").status()).isEqualTo(404);
        assertThat(other.post(path + "/publication", "").status()).isEqualTo(404);
        assertThat(other.delete(path + "/publication").status()).isEqualTo(404);
        assertThat(other.delete(path).status()).isEqualTo(404);
        assertThat(films.tenant.test().get(path).status()).isEqualTo(404);
        var stolen = Films.title("stolen");
        stolen.put("assetId", films.asset(path));
        assertThat(other.post("/v1/titles", stolen).at("/errors/0/pointer")).isEqualTo("/assetId");
    }

    @Test
    void readingNeedsAScopeAndWritingAnother() {
        var key = api.post("/v1/api-keys", Map.of("name", "reader", "scopes", List.of("catalog:read")))
                .at("/key");
        var reader = STAGE.as(key);

        assertThat(reader.get("/v1/titles").status()).isEqualTo(200);
        assertThat(reader.post("/v1/titles", Films.title("x")).code()).isEqualTo("keys.scope.missing");
        assertThat(reader.post("/v1/titles/ttl_x/publication", "").code()).isEqualTo("keys.scope.missing");
    }

    private static Map<String, Object> text(String synopsis) {
        return Map.of("kind", "movie", "texts", Map.of("en", Map.of("name", "long", "synopsis", synopsis)));
    }

    private static List<String> pointers(Answer answer) {
        return StreamSupport.stream(answer.body().get("errors").spliterator(), false)
                .map((JsonNode it) -> it.get("pointer").asText())
                .toList();
    }

    private static List<String> names(Answer page) {
        return StreamSupport.stream(page.body().get("data").spliterator(), false)
                .map((JsonNode it) -> it.at("/texts/en/name").asText())
                .toList();
    }
}
