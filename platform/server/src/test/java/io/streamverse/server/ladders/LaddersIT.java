package io.streamverse.server.ladders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.media.ladder.BuiltInLadders;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class LaddersIT {
    private static final Stage STAGE = Stage.shared();
    private static final Map<String, Object> SD =
            Map.of("name", "sd", "codec", "h264", "height", 480, "kbps", 800, "peakKbps", 1200, "maxFrameRate", 60);
    private static final Map<String, Object> HD =
            Map.of("name", "hd", "codec", "h264", "height", 720, "kbps", 3000, "peakKbps", 4500, "maxFrameRate", 60);
    private static final Map<String, Object> STEREO = Map.of("name", "128k", "kbps", 128, "channels", 2);

    private final TestTenant tenant = STAGE.tenant();
    private final Api api = tenant.live();

    @Test
    void everybodyHasTheBuiltInOnes() {
        assertThat(names(api.get("/v1/ladders"))).containsExactly("h264", "hevc", "vp9", "av1");

        var h264 = api.get("/v1/ladders/h264");
        assertThat(h264.body().get("builtIn").booleanValue()).isTrue();
        assertThat(h264.at("/video/7/kbps")).isEqualTo("20000");
        assertThat(h264.at("/video/0/codec")).isEqualTo("h264");
        assertThat(api.get("/v1/ladders/" + h264.at("/id")).body()).isEqualTo(h264.body());
        assertThat(api.get("/v1/ladders/h264?version=1").body()).isEqualTo(h264.body());
        assertThat(api.get("/v1/ladders/h264?version=2").status()).isEqualTo(404);
    }

    @Test
    void theBuiltInOnesStayAsTheyAre() {
        assertThat(api.patch("/v1/ladders/h264", Map.of("name", "mine")).code()).isEqualTo("ladders.ladder.built-in");
        assertThat(api.delete("/v1/ladders/av1").code()).isEqualTo("ladders.ladder.built-in");
        assertThat(api.post("/v1/ladders", ladder("hevc")).code()).isEqualTo("ladders.ladder.name-taken");
    }

    @Test
    void aLadderOfOnesOwnIsFoundByIdAndName() {
        var made = api.post("/v1/ladders", ladder("sports"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/version")).isEqualTo("1");
        assertThat(api.get("/v1/ladders/" + made.at("/id")).body()).isEqualTo(made.body());
        assertThat(api.get("/v1/ladders/sports").body()).isEqualTo(made.body());
        assertThat(names(api.get("/v1/ladders"))).containsExactly("sports", "h264", "hevc", "vp9", "av1");
    }

    @Test
    void aListIsReadPageByPage() {
        for (var name : List.of("a", "b", "c")) {
            api.post("/v1/ladders", ladder(name));
        }
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = api.get("/v1/ladders?limit=2" + next);
            seen.addAll(names(page));
            next = page.body().has("next") ? "&after=" + page.at("/next") : "";
        } while (!next.isEmpty());

        assertThat(seen).containsExactlyInAnyOrder("a", "b", "c", "h264", "hevc", "vp9", "av1");
        assertThat(seen.subList(3, 7)).containsExactly("h264", "hevc", "vp9", "av1");
    }

    @Test
    void eachChangeIsANewVersionAndTheOldOnesStay() {
        var made = api.post("/v1/ladders", ladder("sports"));
        var path = "/v1/ladders/" + made.at("/id");

        var changed = api.patch(path, Map.of("video", List.of(SD), "name", "sports-sd"));

        assertThat(changed.at("/version")).isEqualTo("2");
        assertThat(changed.body().get("video")).hasSize(1);
        assertThat(api.get(path + "?version=1").body()).isEqualTo(made.body());
        assertThat(api.get(path).body()).isEqualTo(changed.body());
        assertThat(api.get("/v1/ladders/sports").status()).isEqualTo(404);
        assertThat(api.get("/v1/ladders/sports-sd?version=1").at("/name")).isEqualTo("sports");
    }

    @Test
    void anEditSinceThenIsNotOverwritten() {
        var path = "/v1/ladders/" + api.post("/v1/ladders", ladder("sports")).at("/id");
        var tag = api.get(path).header("ETag");

        assertThat(api.with("If-Match", tag).patch(path, Map.of("name", "one")).status())
                .isEqualTo(200);
        assertThat(api.with("If-Match", tag).patch(path, Map.of("name", "two")).status())
                .isEqualTo(412);
    }

    @Test
    void aDeletedOneIsGoneButForWhoKnowsItsVersion() {
        var made = api.post("/v1/ladders", ladder("sports"));
        var path = "/v1/ladders/" + made.at("/id");

        assertThat(api.delete(path).status()).isEqualTo(204);

        assertThat(api.get(path).code()).isEqualTo("ladders.ladder.unknown");
        assertThat(api.delete(path).status()).isEqualTo(404);
        assertThat(names(api.get("/v1/ladders"))).doesNotContain("sports");
        assertThat(api.get(path + "?version=1").body()).isEqualTo(made.body());
        assertThat(api.post("/v1/ladders", ladder("sports")).status()).isEqualTo(201);
    }

    @Test
    void whatMakesNoSenseIsPointedAt() {
        var upsideDown = ladder("odd");
        upsideDown.put("video", List.of(HD, SD));
        var answer = api.post("/v1/ladders", upsideDown);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("http.request.invalid");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/video/1/kbps");
        assertThat(api.post("/v1/ladders", Map.of("name", "No Name", "video", List.of(SD)))
                        .at("/errors/0/pointer"))
                .isEqualTo("/name");
        var unknown = new HashMap<>(SD);
        unknown.put("codec", "mpeg2");
        assertThat(api.post("/v1/ladders", Map.of("name", "old", "video", List.of(unknown)))
                        .at("/errors/0/pointer"))
                .isEqualTo("/video/0/codec");
        assertThat(api.post("/v1/ladders", Map.of("name", "empty")).at("/errors/0/pointer"))
                .isEqualTo("/video");
    }

    @Test
    void namesAndExternalIdsBelongToOne() {
        var first = ladder("sports");
        first.put("externalId", "mine");
        var second = ladder("news");
        second.put("externalId", "mine");

        assertThat(api.post("/v1/ladders", first).status()).isEqualTo(201);
        assertThat(api.post("/v1/ladders", ladder("sports")).code()).isEqualTo("ladders.ladder.name-taken");
        assertThat(api.post("/v1/ladders", second).code()).isEqualTo("ladders.ladder.external-id-taken");
        assertThat(tenant.test().post("/v1/ladders", first).status()).isEqualTo(201);
        assertThat(names(api.get("/v1/ladders?externalId=mine"))).containsExactly("sports");
    }

    @Test
    void ofManyAtOnceOneGetsTheName() {
        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> api.post("/v1/ladders", ladder("sports")))
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
        assertThat(answers)
                .filteredOn(it -> it.status() != 201)
                .extracting(Answer::code)
                .containsOnly("ladders.ladder.name-taken");
    }

    @Test
    void theSamePostTwiceIsOneLadder() {
        var once = api.with("Idempotency-Key", "again");

        var first = once.post("/v1/ladders", ladder("sports"));
        var second = once.post("/v1/ladders", ladder("sports"));

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(once.post("/v1/ladders", ladder("news")).status()).isEqualTo(409);
    }

    @Test
    void anotherTenantsLadderIsNotThere() {
        var path = "/v1/ladders/" + api.post("/v1/ladders", ladder("sports")).at("/id");
        var other = STAGE.tenant().live();

        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.get(path + "?version=1").status()).isEqualTo(404);
        assertThat(other.get("/v1/ladders/sports").status()).isEqualTo(404);
        assertThat(other.patch(path, Map.of("name", "stolen")).status()).isEqualTo(404);
        assertThat(other.delete(path).status()).isEqualTo(404);
        assertThat(tenant.test().get(path).status()).isEqualTo(404);
    }

    @Test
    void readingNeedsAScopeAndWritingAnother() {
        var key = api.post("/v1/api-keys", Map.of("name", "reader", "scopes", List.of("media:read")))
                .at("/key");
        var reader = STAGE.as(key);

        assertThat(reader.get("/v1/ladders/h264").status()).isEqualTo(200);
        assertThat(reader.post("/v1/ladders", ladder("sports")).code()).isEqualTo("keys.scope.missing");
    }

    @Test
    void whoEncodesAsksTheFrontDoor() {
        var id = api.post("/v1/ladders", ladder("sports")).at("/id");
        api.patch("/v1/ladders/" + id, Map.of("video", List.of(SD)));
        var ladders = STAGE.server().getApplicationContext().getBean(Ladders.class);

        TenantContext.run(tenant.liveSpace(), () -> {
            assertThat(ladders.find("sports").orElseThrow().rungs().video()).hasSize(1);
            assertThat(ladders.find(id, 1).orElseThrow().rungs().video()).hasSize(2);
            assertThat(ladders.find("sports", 3)).isEmpty();
            assertThat(ladders.find("h264").orElseThrow().rungs())
                    .isEqualTo(BuiltInLadders.find("h264").orElseThrow());
        });
    }

    private static Map<String, Object> ladder(String name) {
        return new HashMap<>(Map.of("name", name, "video", List.of(SD, HD), "audio", List.of(STEREO)));
    }

    private static List<String> names(Answer page) {
        return StreamSupport.stream(page.body().get("data").spliterator(), false)
                .map((JsonNode it) -> it.get("name").asText())
                .toList();
    }
}
