package io.streamverse.server.cpix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpekeIT {
    private static final Stage STAGE = Stage.shared();
    private static final String BOMB = """
            <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\
            <cpix:CPIX xmlns:cpix="urn:dashif:org:cpix" contentId="&b;" version="2.3"/>""";
    private static final String FILE = """
            <?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>\
            <cpix:CPIX xmlns:cpix="urn:dashif:org:cpix" contentId="&f;" version="2.3"/>""";

    private final TestTenant tenant = STAGE.tenant();
    private final Api api = tenant.live();

    record Spoken(int status, String version, String body) {}

    @Test
    void keysAreEncryptedForTheCertificateAndSignallingIsFilledIn() throws Exception {
        var answer = speak(Packager.requestWithCertificate(), "2.0");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo("2.0");
        var document = Packager.parse(answer.body());
        assertThat(Packager.keys(document)).hasSize(2).doesNotHaveDuplicates();
        assertThat(document.getDocumentElement().getAttribute("contentId")).isEqualTo("abc123");
        assertThat(Packager.all(document, "PSSH"))
                .hasSize(2)
                .noneMatch(it -> it.getTextContent().isBlank());
        assertThat(new String(
                        Base64.getDecoder()
                                .decode(Packager.all(document, "HLSSignalingData")
                                        .getFirst()
                                        .getTextContent()),
                        StandardCharsets.UTF_8))
                .startsWith("#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"skd://98ee5596-cd3e-a20d-163a-e382420c6eff\"");
        assertThat(Packager.all(document, "ContentKeyUsageRule")).hasSize(2);
    }

    @Test
    void askedAgainTheKeysAreTheSame() throws Exception {
        var first = Packager.keys(
                Packager.parse(speak(Packager.requestWithCertificate(), "2.0").body()));
        var second = Packager.keys(
                Packager.parse(speak(Packager.requestWithCertificate(), "2.0").body()));

        assertThat(second).isEqualTo(first);
        assertThat(speak(Packager.requestWithCertificate().replace("abc123", "other"), "2.0")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void withoutACertificateKeysAreRefusedUnlessTheTenantSaysSo() throws Exception {
        assertThat(speak(Packager.request(), "2.0").body()).contains("drm.speke.unencrypted");
        var settings = (ObjectNode) api.get("/v1/drm/settings").body();
        settings.put("spekeClearKeys", true);
        assertThat(api.put("/v1/drm/settings", settings.toString()).status()).isEqualTo(200);

        var document = Packager.parse(speak(Packager.request(), "2.0").body());

        assertThat(Packager.all(document, "PlainValue")).hasSize(2);
    }

    @Test
    void bombsAndForeignFilesAreRefused() {
        for (var document : List.of(
                BOMB, FILE, "<a>".repeat(100), "no xml", Packager.request().replace("2.3", "2.0"))) {
            var answer = speak(document, "2.0");

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("drm.cpix.invalid").doesNotContain("root:");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "3.0"})
    void anotherVersionIsRefused(String version) {
        assertThat(speak(Packager.request(), version).body()).contains("drm.speke.version");
    }

    @Test
    void itTakesAKeyThatMayWrite() {
        var reader = api.post("/v1/api-keys", Map.of("name", "reader", "scopes", List.of("drm:read")))
                .at("/key");

        assertThat(speak(Packager.request(), "2.0", reader).status()).isEqualTo(403);
    }

    @Test
    void anExportIsOfAnAssetThatIsThereAndEncrypted() {
        var asset = api.post("/v1/assets", Map.of()).at("/id");

        assertThat(api.get("/v1/assets/%s/cpix?recipient=x".formatted(asset)).code())
                .isEqualTo("drm.asset.not-encrypted");
        Answer foreign = STAGE.tenant().live().get("/v1/assets/%s/cpix?recipient=x".formatted(asset));
        assertThat(foreign.status()).isEqualTo(404);
    }

    private Spoken speak(String document, String version) {
        return speak(document, version, tenant.liveKey());
    }

    private Spoken speak(String document, String version, String key) {
        var request = new Api(STAGE.server().getURI(), key)
                .with("Content-Type", "application/xml")
                .with("X-Speke-Version", version)
                .request("POST", "/v1/drm/speke", document);
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            return new Spoken(
                    answer.statusCode(),
                    answer.headers().firstValue("X-Speke-Version").orElse(""),
                    answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
