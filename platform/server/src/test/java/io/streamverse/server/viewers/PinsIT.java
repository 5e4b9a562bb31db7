package io.streamverse.server.viewers;

import static io.streamverse.server.viewers.Audience.PASSWORD;
import static io.streamverse.server.viewers.Audience.logIn;
import static io.streamverse.server.viewers.Audience.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A grown-up's profile behind a PIN, and a child's beside it, on a television that has just been signed in.
class PinsIT {
    private static final TestTenant TENANT = Stage.shared().tenant();
    private static final String PROFILES = "/viewer/v1/profiles";
    private static final Map<String, String> PIN = Map.of("pin", "2718");
    private static final Map<String, String> WRONG = Map.of("pin", "0000");

    private final String email = Audience.address();
    private final Answer ada = Audience.register(TENANT, email);
    private final Api phone = TENANT.guest().as(ada.at("/accessToken"));
    private final String grownUp = PROFILES + "/" + phone.get(PROFILES).at("/data/0/id");
    private final String child = PROFILES + "/"
            + phone.post(PROFILES, Map.of("name", "Bo", "kids", true)).at("/id");
    private Api television = phone;

    @BeforeEach
    void aPinIsSet() {
        assertThat(phone.put(grownUp + "/pin", PIN).status()).isEqualTo(204);
        television = TENANT.guest().as(logIn(TENANT, email, PASSWORD).at("/accessToken"));
    }

    @Test
    void itOpensWithItsPinAlone() {
        refused(open(grownUp, Map.of()), 403, "viewers.profile.locked");
        refused(open(grownUp, WRONG), 403, "viewers.pin.refused");
        refused(home(grownUp), 403, "viewers.profile.locked");
        refused(television.get("/viewer/v1/home"), 403, "viewers.profile.locked");

        assertThat(open(grownUp, PIN).status()).isEqualTo(204);
        assertThat(home(grownUp).status()).isEqualTo(200);
        assertThat(open(grownUp, Map.of()).status()).isEqualTo(204);
    }

    @Test
    void whoSetsItHasItOpen() {
        assertThat(phone.get(grownUp).at("/hasPin")).isEqualTo("true");
        assertThat(phone.get(grownUp).text()).doesNotContain("argon2", "2718");
        assertThat(phone.get("/viewer/v1/home").status()).isEqualTo(200);
    }

    @Test
    void nothingPlaysForWhoHasNotOpenedIt() {
        var device = Map.of("id", "tv", "name", "TV", "kind", "tv", "player", "shaka", "codecs", new String[] {"h264"});
        var wish = Map.of("titleId", "ttl_1", "device", device);

        refused(television.post("/viewer/v1/playbacks", wish), 403, "viewers.profile.locked");
        open(grownUp, PIN);
        refused(television.post("/viewer/v1/playbacks", wish), 404, "playback.title.unknown");
    }

    @Test
    void aChildThatIsGivenTheScreenClosesIt() {
        open(grownUp, PIN);

        assertThat(open(child, Map.of()).status()).isEqualTo(204);

        assertThat(home(child).status()).isEqualTo(200);
        refused(home(grownUp), 403, "viewers.profile.locked");
        assertThat(phone.get("/viewer/v1/home").status()).isEqualTo(200);
    }

    @Test
    void aChildChangesNoProfile() {
        open(child, Map.of());

        assertThat(Stream.of(
                        television.post(PROFILES, Map.of("name", "Me, but older")),
                        television.patch(child, Map.of("kids", false)),
                        television.delete(grownUp),
                        television.put(child + "/pin", PIN),
                        television.delete(grownUp + "/pin")))
                .extracting(Answer::code)
                .containsOnly("viewers.profile.locked");
        assertThat(phone.patch(child, Map.of("maximumAge", 6)).status()).isEqualTo(200);
    }

    @Test
    void aYoungerOnesPinDoesNotMakeAGrownUp() {
        phone.put(child + "/pin", WRONG);
        open(child, WRONG);

        refused(television.patch(child, Map.of("kids", false)), 403, "viewers.profile.locked");
    }

    @Test
    void guessingIsSlow() {
        IntStream.range(0, 5).forEach(_ -> refused(open(grownUp, WRONG), 403, "viewers.pin.refused"));

        refused(open(grownUp, PIN), 429, "viewers.login.slow-down");
        assertThat(phone.get("/viewer/v1/home").status()).isEqualTo(200);
    }

    @Test
    void whoForgotItHasThePasswordOrAsksTheService() {
        refused(open(grownUp, Map.of("password", "not that one")), 401, "viewers.login.refused");
        assertThat(open(grownUp, Map.of("password", PASSWORD)).status()).isEqualTo(204);
        assertThat(television.put(grownUp + "/pin", WRONG).status()).isEqualTo(204);

        assertThat(TENANT.live()
                        .delete("/v1/viewers/%s/pins".formatted(ada.at("/viewerId")))
                        .status())
                .isEqualTo(204);

        assertThat(phone.get("/viewer/v1/home").status()).isEqualTo(200);
        assertThat(phone.get(grownUp).at("/hasPin")).isEqualTo("false");
    }

    @Test
    void itHasFourDigits() {
        assertThat(phone.put(grownUp + "/pin", Map.of("pin", "12345")).code()).isEqualTo("http.request.invalid");
        assertThat(phone.delete(grownUp + "/pin").status()).isEqualTo(204);
        assertThat(open(grownUp, Map.of()).status()).isEqualTo(204);
    }

    private Answer open(String profile, Map<String, ?> proof) {
        return television.post(profile + "/opening", proof);
    }

    private Answer home(String profile) {
        return television.get("/viewer/v1/home?profileId=" + profile.substring(PROFILES.length() + 1));
    }
}
