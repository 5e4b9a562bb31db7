package io.streamverse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// docs/guides/drm.md, as somebody who follows it line by line, on a service that logs all it can. Then no key may
/// stand in anything that it said to anybody but a player.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DrmGuideIT {
    private static final Path SCRIPT = Path.of("src/test/js/guide.mjs").toAbsolutePath();
    private final Page page = new Page();
    private final Keys keys = new Keys();
    private final LicenceService licences = new LicenceService();
    private Guide guide;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        guide = new Guide(folder, "drm.md");
        guide.let("LICENCES", licences.url());
    }

    @AfterAll
    void stop() {
        guide.close();
        page.close();
        licences.close();
    }

    @Test
    @Order(1)
    void aFilmIsEncrypted() throws Exception {
        guide.let("ASSET", guide.json(1).at("/id").asText());

        guide.run(2);

        var asset = guide.live().get("/v1/assets/" + guide.value("ASSET"));
        assertThat(asset.body().get("renditions").findValuesAsText("id")).anyMatch(it -> it.endsWith("-cbcs"));
        assertThat(guide.json(3).at("/uhd/hdcp").asText()).isEqualTo("2.2");
    }

    @Test
    @Order(2)
    void aPagePlaysIt() throws Exception {
        guide.let("TITLE", guide.json(4).at("/id").asText());
        var said = guide.run(5);
        guide.let("TOKEN", said.replaceAll("(?s).*\"accessToken\":\"([^\"]+)\".*", "$1"));

        var seen = Chromium.run(
                SCRIPT,
                Map.of(
                        "page", page.address(),
                        "code", guide.script(),
                        "host", guide.value("STREAMVERSE_URL"),
                        "token", guide.value("TOKEN"),
                        "titleId", guide.value("TITLE")));

        assertThat(seen.at("/keySystem").asText()).as(seen.toString()).isEqualTo("org.w3.clearkey");
        assertThat(seen.at("/played").asDouble()).isGreaterThan(1);
    }

    @Test
    @Order(3)
    void aDeviceKeepsIt() throws Exception {
        assertThat(guide.json(6).at("/offline/playWithinHours").asInt()).isEqualTo(48);
    }

    @Test
    @Order(4)
    void aServiceOfTheTenantsOwnIssuesLicences() throws Exception {
        assertThat(guide.json(7).has("secret")).isFalse();

        var playing = start("widevine");
        var licence = guide.keep(fan().post(licence(playing, "widevine"), "challenge"));

        assertThat(licence.text()).isEqualTo(LicenceService.LICENCE);
        end(playing);
        keys.add(guide.block(7).replaceAll("(?s).*\"secret\": \"([0-9a-f]+)\".*", "$1"));
    }

    @Test
    @Order(5)
    void aPackagerGetsADocumentThatOnlyItCanOpen() throws Exception {
        assertThat(guide.run(8)).contains("<cpix:CPIX", "EncryptedValue").doesNotContain("PlainValue");
    }

    @Test
    @Order(6)
    void theTenantsKeyIsExchangedWhileItPlays() throws Exception {
        var playing = start("clearkey");
        var before = clearKey(playing);

        assertThat(guide.json(9).at("/tenantKey").asInt()).isEqualTo(2);

        assertThat(clearKey(playing)).isEqualTo(before);
        end(playing);
    }

    @Test
    @Order(7)
    void aNewVersionHasNewKeysAndTheOldOnePlaysOn() throws Exception {
        var playing = start("clearkey");
        var before = clearKey(playing);

        guide.run(10);
        Eventually.within(Duration.ofMinutes(2), "the new version serves", () -> servedVersion() == 2);

        var after = start("clearkey");
        assertThat(clearKey(after)).doesNotContainAnyElementsOf(before);
        assertThat(clearKey(playing)).isEqualTo(before);
        assertThat(manifest(playing).status()).isEqualTo(200);
        assertThat(fan().post(address(playing) + "/renewal", "").status()).isEqualTo(200);
        end(playing);
        end(after);
    }

    @Test
    @Order(8)
    void whoAsksWronglyIsToldSo() {
        var playing = start("clearkey");
        var address = licence(playing, "clearkey");

        Stream.of("{}", "nonsense", "{\"kids\":[\"AAAAAAAAAAAAAAAAAAAAAA\"]}", "x".repeat(70_000))
                .forEach(it ->
                        assertThat(guide.keep(fan().post(address, it)).status()).isBetween(400, 413));
        guide.keep(guide.live().get("/v1/drm/providers"));
        guide.keep(guide.live().post("/v1/drm/speke", "<no/>"));
        end(playing);
        assertThat(guide.keep(fan().post(address, "{}")).status()).isEqualTo(410);
    }

    @Test
    @Order(9)
    void noKeyStandsInLogsEventsMetricsOrAnswers() throws Exception {
        var said = new ArrayList<>(guide.said());
        said.addAll(guide.events());
        said.add(guide.metrics());
        said.add(guide.log());

        assertThat(guide.log()).contains("DEBUG");
        assertThat(guide.events()).anyMatch(it -> it.contains("widevine"));
        assertThat(keys.all()).hasSizeGreaterThan(20);
        assertThat(said).allSatisfy(it -> assertThat(it).doesNotContain(keys.all()));
    }

    private Answer start(String keySystem) {
        var device = Map.of("id", keySystem, "name", "Test", "kind", "web", "drm", List.of(keySystem));
        return guide.keep(
                fan().post("/viewer/v1/playbacks", Map.of("titleId", guide.value("TITLE"), "device", device)));
    }

    private Api fan() {
        return new Api(guide.url(), guide.value("TOKEN"));
    }

    private void end(Answer playback) {
        fan().delete(address(playback));
    }

    private int servedVersion() {
        var session = start("clearkey").at("/sessionId");
        var version = guide.live()
                .get("/v1/playback-sessions/" + session)
                .body()
                .get("assetVersion")
                .asInt();
        fan().delete("/viewer/v1/playbacks/" + session);
        return version;
    }

    /// The keys of what it plays.
    private Set<String> clearKey(Answer playback) {
        var manifest = manifest(playback).text();
        return keys.of(fan().post(licence(playback, "clearkey"), Keys.challenge(manifest))
                .body());
    }

    private static Answer manifest(Answer playback) {
        return Api.send(HttpRequest.newBuilder(URI.create(playback.at("/manifests/dash")))
                .build());
    }

    private static String address(Answer playback) {
        return "/viewer/v1/playbacks/" + playback.at("/sessionId");
    }

    private static String licence(Answer playback, String keySystem) {
        return address(playback) + "/licence/" + keySystem;
    }
}
