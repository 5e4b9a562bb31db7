package io.streamverse.server.browse;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeIT {
    private static final Stage STAGE = Stage.shared();
    private static final String HOME = "/viewer/v1/home";
    private final Theatre theatre = new Theatre(STAGE);

    @Test
    void aGuestSeesWhatIsNew() {
        theatre.title("Older", Map.of("access", Map.of("kind", "tier", "tier", "premium")));
        theatre.title("Newer");

        var home = theatre.tenant.guest().get(HOME);

        assertThat(home.status()).as(home.toString()).isEqualTo(200);
        assertThat(Theatre.rail(home, "new")).containsExactly("Newer", "Older");
        assertThat(Theatre.rail(home, "free")).containsExactly("Newer");
        assertThat(Theatre.rail(home, "continue")).isEmpty();
        assertThat(home.at("/featured/name")).isEqualTo("Newer");
        assertThat(home.body().findValuesAsText("locked")).contains("true", "false");
    }

    @Test
    void aServiceWithoutTitlesHasNoRails() {
        var home = theatre.tenant.guest().get(HOME);

        assertThat(home.body().get("rails")).isEmpty();
        assertThat(home.body().has("featured")).isFalse();
    }

    @Test
    void whatManyWatchedOfLateTrends() {
        var once = theatre.title("Long ago");
        var often = theatre.title("Of late");
        var never = theatre.title("Never");
        List.of("vwr_1", "vwr_2", "vwr_3").forEach(it -> theatre.played(once, it, 6));
        List.of("vwr_1", "vwr_2").forEach(it -> theatre.played(often, it, 0));
        theatre.played(never, "vwr_1", 8);

        assertThat(Theatre.rail(theatre.tenant.guest().get(HOME), "trending")).containsExactly("Of late", "Long ago");
    }

    @Test
    void whatWasBegunGoesOn() {
        var fan = theatre.fan();
        theatre.watched(fan.firstProfile(), theatre.title("Begun"), 60_000);
        theatre.watched(fan.firstProfile(), theatre.title("Finished"), 590_000);
        theatre.watched(fan.firstProfile(), theatre.title("Looked into"), 2_000);

        var home = fan.api().get(HOME);

        assertThat(Theatre.rail(home, "continue")).containsExactly("Begun");
        assertThat(home.at("/rails/0/titles/0/positionSeconds")).isEqualTo("60");
        assertThat(Theatre.rail(theatre.fan().api().get(HOME), "continue")).isEmpty();
    }

    @Test
    void aTierUnlocksWhatItHolds() {
        theatre.title("Premium", Map.of("access", Map.of("kind", "tier", "tier", "premium")));
        var fan = theatre.fan();
        assertThat(fan.api().get(HOME).at("/featured/locked")).isEqualTo("true");

        theatre.tenant.live().post("/v1/viewers/%s/grants".formatted(fan.id()), Map.of("tier", "family"));

        assertThat(fan.api().get(HOME).at("/featured/locked")).isEqualTo("false");
        assertThat(fan.api().get("/viewer/v1/account").at("/tier")).isEqualTo("family");
    }

    @Test
    void aProfileReadsItsOwnLanguage() {
        theatre.title("Night", Map.of("texts", Map.of("en", text("Night"), "fr", text("La nuit"))));
        var fan = theatre.fan();
        var french = fan.profile(Map.of("name", "Amélie", "language", "fr"));

        assertThat(fan.api().get(HOME + "?profileId=" + french).at("/featured/name"))
                .isEqualTo("La nuit");
        assertThat(fan.api().get(HOME).at("/featured/name")).isEqualTo("Night");
    }

    @Test
    void picturesComeOutOfTheFilmWhereThereAreNoOthers() {
        var id = theatre.title("Plain");

        var picture = theatre.tenant.guest().get(HOME).at("/featured/artwork/0/url");

        assertThat(picture).isEqualTo("/viewer/v1/titles/%s/artwork/1/0.jpg", id);
        assertThat(theatre.tenant
                        .guest()
                        .get(picture.replace("/0.jpg", "/7.jpg"))
                        .status())
                .isEqualTo(404);
        assertThat(STAGE.tenant().guest().get(picture).status()).isEqualTo(404);
    }

    private static Map<String, String> text(String name) {
        return Map.of("name", name);
    }
}
