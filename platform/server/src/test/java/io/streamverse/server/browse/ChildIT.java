package io.streamverse.server.browse;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What nobody may find: the child what is for older ones, and everybody what is not open where and when they are.
class ChildIT {
    private static final Stage STAGE = Stage.shared();
    private final Theatre theatre = new Theatre(STAGE);
    private final Theatre.Fan fan = theatre.fan();
    private String child = "";
    private String horror = "";
    private String unrated = "";

    @BeforeEach
    void aFamily() {
        theatre.title("Rabbit of the night", Theatre.rated(6));
        horror = theatre.title("Horror of the night", Theatre.rated(16));
        unrated = theatre.title("Home video of the night");
        theatre.played(horror, "vwr_1", 0);
        theatre.played(unrated, "vwr_1", 0);
        child = fan.profile(Map.of("name", "Kid", "kids", true));
        theatre.watched(child, horror, 60_000);
        theatre.watched(child, unrated, 60_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"home?", "titles?", "search?q=night&", "history?"})
    void theChildFindsNothingForOlderOnesAndNothingUnrated(String list) {
        var seen = fan.api().get("/viewer/v1/%sprofileId=%s".formatted(list, child));

        assertThat(seen.status()).as(seen.toString()).isEqualTo(200);
        assertThat(seen.text()).doesNotContain("Horror", "Home video");
    }

    @ParameterizedTest
    @ValueSource(strings = {"home", "titles", "search?q=night"})
    void theGrownUpFindsIt(String list) {
        assertThat(fan.api().get("/viewer/v1/" + list).text()).contains("Horror", "Home video", "Rabbit");
    }

    @Test
    void theChildsTitleIsNotThereByItsIdEither() {
        assertThat(List.of(horror, unrated)).allSatisfy(it -> {
            var path = "/viewer/v1/titles/" + it;
            assertThat(fan.api().get(path + "?profileId=" + child).code()).isEqualTo("catalog.title.unknown");
            assertThat(fan.api().get(path).status()).isEqualTo(200);
        });
    }

    @Test
    void whatIsNotRatedIsNotForTheFamily() {
        assertThat(Theatre.rail(fan.api().get("/viewer/v1/home"), "family")).containsExactly("Rabbit of the night");
    }

    @Test
    void whatIsRatedReachesTheChild() {
        theatre.tenant.live().patch("/v1/titles/" + unrated, Map.of("ageRating", Map.of("minimumAge", 0)));

        assertThat(fan.api().get("/viewer/v1/titles?profileId=" + child).text()).contains("Home video");
    }

    @Test
    void nobodyLooksThroughAnothersProfile() {
        var stranger = theatre.fan();

        assertThat(stranger.api().get("/viewer/v1/home?profileId=" + child).code())
                .isEqualTo("viewers.profile.unknown");
        assertThat(stranger.api().get("/viewer/v1/history?profileId=" + child).status())
                .isEqualTo(404);
    }

    @Test
    void whatIsForOneTerritoryIsFoundThereAlone() {
        theatre.title("Only in Austria", Map.of("territories", List.of("AT")));
        var austrian = sentFrom("AT");

        assertThat(theatre.tenant.guest().get("/viewer/v1/titles").text()).doesNotContain("Austria");
        assertThat(austrian.get("/viewer/v1/titles").text()).contains("Austria");
        assertThat(sentFrom("DE").get("/viewer/v1/search?q=austria").text()).doesNotContain("Austria");
    }

    @Test
    void whatIsNotOpenYetOrNoMoreIsNotFound() {
        theatre.title("To come", window("2999-01-01T00:00:00Z", null));
        theatre.title("Bygone", window(null, "2001-01-01T00:00:00Z"));
        theatre.title("Open", window("2001-01-01T00:00:00Z", "2999-01-01T00:00:00Z"));

        assertThat(Theatre.names(theatre.tenant.guest().get("/viewer/v1/titles")))
                .contains("Open")
                .doesNotContain("To come", "Bygone");
    }

    @Test
    void anotherTenantHasNoneOfIt() {
        TestTenant other = STAGE.tenant();

        assertThat(Theatre.names(other.guest().get("/viewer/v1/search?q=night")))
                .isEmpty();
        assertThat(other.guest().get("/viewer/v1/titles/" + horror).status()).isEqualTo(404);
        assertThat(fan.api()
                        .with("X-StreamVerse-Tenant", other.slug())
                        .get("/viewer/v1/home")
                        .status())
                .isEqualTo(401);
    }

    private Api sentFrom(String territory) {
        var session = theatre.tenant
                .live()
                .post("/v1/viewer-sessions", Map.of("externalId", "in-" + territory, "territory", territory));
        return theatre.tenant.guest().as(session.at("/accessToken"));
    }

    private static Map<String, Object> window(@Nullable String from, @Nullable String until) {
        var window = new HashMap<String, @Nullable String>();
        window.put("from", from);
        window.put("until", until);
        return Map.of("windows", List.of(window));
    }
}
