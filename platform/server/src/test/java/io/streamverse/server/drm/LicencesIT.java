package io.streamverse.server.drm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.streamverse.kernel.problem.DomainException;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.media.protection.KeyTier;
import io.streamverse.media.work.ContentKey;
import io.streamverse.server.keyring.KeySet;
import io.streamverse.server.keyring.Keyring;
import io.streamverse.server.providers.KeySystem;
import io.streamverse.server.providers.Licence;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LicencesIT {
    private static final Stage STAGE = Stage.shared();
    private static final EmbeddedServer SERVER = STAGE.anotherServer(Map.of("drm.licences.private-hosts", "127.0.0.1"));
    private static final Drm DRM = SERVER.getApplicationContext().getBean(Drm.class);
    private static final Keyring KEYRING = SERVER.getApplicationContext().getBean(Keyring.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HexFormat HEX = HexFormat.of();
    private static final FakeProvider PROVIDER = new FakeProvider();
    private static final String SECRET = "5f".repeat(32);
    private static final String IV = "a1".repeat(16);
    private static final byte[] CHALLENGE = bytes("challenge of a device");

    private final TestTenant tenant = STAGE.tenant();
    private final Api api = new Api(SERVER.getURI(), tenant.liveKey());
    private final KeySet set =
            TenantContext.call(tenant.liveSpace(), () -> KEYRING.create(EnumSet.allOf(KeyTier.class)));

    @AfterAll
    static void stop() {
        PROVIDER.close();
        SERVER.getApplicationContext().close();
    }

    @Test
    void clearKeyGivesAllKeysOfTheSession() {
        var licence = issue(KeySystem.CLEARKEY, clearKey(KeyTier.SD), Set.of(id(KeyTier.SD), id(KeyTier.AUDIO)), 576);

        assertThat(licence.contentType()).isEqualTo("application/json");
        var keys = json(licence).get("keys");
        assertThat(keys)
                .extracting(it ->
                        HEX.formatHex(Base64.getUrlDecoder().decode(it.get("k").textValue())))
                .containsExactlyInAnyOrder(
                        key(KeyTier.SD).key(), key(KeyTier.AUDIO).key());
        assertThat(licence.toString()).doesNotContain(key(KeyTier.SD).key());
    }

    @Test
    void eachLicenceThatIsIssuedIsMetered() {
        issue(KeySystem.CLEARKEY, clearKey(KeyTier.SD), Set.of(id(KeyTier.SD)), 576);
        issue(KeySystem.CLEARKEY, clearKey(KeyTier.SD), Set.of(id(KeyTier.SD)), 576);
        refuses("drm.challenge.malformed", () -> issue(KeySystem.CLEARKEY, new byte[0], Set.of(id(KeyTier.SD)), 576));

        var asked = "/v1/usage?meter=drm.licences&groupBy=dimension";
        Eventually.is(
                "both are counted", () -> api.get(asked).at("/data/0/quantity").equals("2"));
        assertThat(api.get(asked).at("/data/0/dimensions/system")).isEqualTo("clearkey");
    }

    @Test
    void aLicenceForSmallPicturesOpensNoLargeOnes() {
        refuses(
                "drm.licence.refused",
                () -> issue(KeySystem.CLEARKEY, clearKey(KeyTier.HD), Set.of(id(KeyTier.HD)), 576));
        refuses(
                "drm.licence.refused",
                () -> issue(KeySystem.CLEARKEY, clearKey(KeyTier.HD), Set.of(id(KeyTier.SD)), 576));
    }

    @Test
    void anotherTenantsKeyIsNotThere() {
        var theirs = TenantContext.call(STAGE.tenant().liveSpace(), () -> KEYRING.create(Set.of(KeyTier.SD)));

        refuses("drm.key.unknown", () -> issue(KeySystem.CLEARKEY, clearKey(theirs.id()), Set.of(theirs.id()), 576));
        refuses(
                "drm.licence.refused",
                () -> issue(KeySystem.CLEARKEY, clearKey(theirs.id()), Set.of(id(KeyTier.SD)), 576));
        refuses("drm.key.unknown", () -> issue(KeySystem.CLEARKEY, clearKey(KeyTier.SD), Set.of(), 576));
    }

    @Test
    void hugeAndEmptyChallengesAreRefused() {
        var keys = Set.of(id(KeyTier.SD));

        refuses("drm.challenge.too-large", () -> issue(KeySystem.CLEARKEY, new byte[65_537], keys, 576));
        refuses("drm.challenge.malformed", () -> issue(KeySystem.CLEARKEY, new byte[0], keys, 576));
    }

    @Test
    void anEndedSessionGetsNothing() {
        var ended = LicencePolicy.streamed(Instant.now().minusSeconds(1), 576);

        refuses("drm.licence.refused", () -> issue(KeySystem.CLEARKEY, clearKey(KeyTier.SD), ended));
    }

    @Test
    void aLicenceIsKeptNoLongerThanItsTierAllows() {
        bring("widevine", "axinom");
        var policy = LicencePolicy.kept(Instant.now().plus(Duration.ofDays(90)), 1080, null);

        issue(KeySystem.WIDEVINE, CHALLENGE, policy);

        var license = message().at("/message/license");
        assertThat(license.get("allow_persistence").booleanValue()).isTrue();
        assertThat(Instant.parse(license.get("expiration_datetime").textValue()))
                .isBetween(
                        Instant.now().plus(Duration.ofDays(29)), Instant.now().plus(Duration.ofDays(31)));
        assertThat(license.at("/widevine/playback_duration").intValue()).isEqualTo(172_800);
    }

    @Test
    void whereNothingMayBeKeptThatIsSaid() {
        var settings = settings();
        ((ObjectNode) settings.get("sd")).put("offlineDays", 0);
        api.put("/v1/drm/settings", settings.toString());
        var policy = LicencePolicy.kept(Instant.now().plus(Duration.ofDays(1)), 576, null);

        refuses("drm.licence.offline-refused", () -> issue(KeySystem.CLEARKEY, clearKey(KeyTier.SD), policy));
    }

    @Test
    void aPersistentLicenceNeedsASessionForKeeping() {
        var challenge = bytes("{\"kids\":[\"%s\"],\"type\":\"persistent-license\"}".formatted(kid(id(KeyTier.SD))));

        refuses("drm.licence.offline-refused", () -> issue(KeySystem.CLEARKEY, challenge, Set.of(id(KeyTier.SD)), 576));
    }

    @Test
    void axinomIsToldInASignedMessage() throws Exception {
        bring("widevine", "axinom");

        var licence = issue(KeySystem.WIDEVINE, CHALLENGE, Set.of(id(KeyTier.HD)), 1080);

        assertThat(text(licence)).isEqualTo("licence");
        assertThat(PROVIDER.asked().getLast().bytes()).isEqualTo(CHALLENGE);
        var inline = message().at("/message/content_keys_source/inline/0");
        assertThat(inline.get("id").textValue().replace("-", "")).isEqualTo(id(KeyTier.HD));
        assertThat(decrypted(inline.get("encrypted_key").textValue(), HEX.parseHex(id(KeyTier.HD)), "NoPadding"))
                .isEqualTo(HEX.parseHex(key(KeyTier.HD).key()));
        var policy = message().at("/message/content_key_usage_policies/0");
        assertThat(policy.get("name")).isEqualTo(inline.get("usage_policy"));
        assertThat(policy.at("/widevine/hdcp").textValue()).isEqualTo("1.0");
        assertThat(policy.at("/widevine/device_security_level").textValue()).isEqualTo("SW_SECURE_DECODE");
    }

    @Test
    void playReadyAndFairPlayHaveTheirOwnWords() {
        bring("playready", "axinom");
        bring("fairplay", "axinom");
        var keys = Set.of(id(KeyTier.UHD));

        assertThat(issue(KeySystem.PLAYREADY, CHALLENGE, keys, 2160).contentType())
                .startsWith("text/xml");
        var playReady = message().at("/message/content_key_usage_policies/0/playready");
        assertThat(playReady.get("min_device_security_level").intValue()).isEqualTo(3000);
        assertThat(playReady.get("uncompressed_digital_video_opl").intValue()).isEqualTo(300);
        assertThat(PROVIDER.asked().getLast().header("Soapaction")).contains("AcquireLicense");
        issue(KeySystem.FAIRPLAY, CHALLENGE, keys, 2160);
        assertThat(message()
                        .at("/message/content_key_usage_policies/0/fairplay/hdcp")
                        .textValue())
                .isEqualTo("TYPE1");
        assertThat(message().at("/message/content_keys_source/inline/0/iv").textValue())
                .isEqualTo(Base64.getEncoder()
                        .encodeToString(HEX.parseHex(key(KeyTier.UHD).iv())));
    }

    @Test
    void widevinesOwnServiceGetsASignedRequest() throws Exception {
        bring("widevine", "widevine");
        PROVIDER.answers(200, "{\"status\":\"OK\",\"license\":\"bGljZW5jZQ==\"}");

        var licence = issue(KeySystem.WIDEVINE, CHALLENGE, Set.of(id(KeyTier.UHD), id(KeyTier.SD)), null);

        PROVIDER.answers(200, "licence");
        assertThat(text(licence)).isEqualTo("licence");
        var body = JSON.readTree(PROVIDER.asked().getLast().bytes());
        var request = Base64.getDecoder().decode(body.get("request").textValue());
        assertThat(decrypted(body.get("signature").textValue(), HEX.parseHex(IV), "PKCS5Padding"))
                .isEqualTo(MessageDigest.getInstance("SHA-1").digest(request));
        var spoken = JSON.readTree(request);
        assertThat(Base64.getDecoder().decode(spoken.get("payload").textValue()))
                .isEqualTo(CHALLENGE);
        assertThat(spoken.get("content_key_specs")).hasSize(2);
        assertThat(spoken.get("content_key_specs"))
                .anyMatch(it -> it.get("track_type").textValue().equals("UHD1")
                        && it.get("security_level").intValue() == 5
                        && it.at("/required_output_protection/hdcp").textValue().equals("HDCP_V2_2"));
        assertThat(spoken.at("/policy_overrides/can_persist").booleanValue()).isFalse();
        assertThat(spoken.at("/policy_overrides/license_duration_seconds").intValue())
                .isBetween(1, 120);
    }

    @Test
    void theSameChallengeAgainIsTheSameLicenceAndChargedOnce() {
        bring("widevine", "axinom");
        var before = PROVIDER.asked().size();

        issue(KeySystem.WIDEVINE, CHALLENGE, Set.of(id(KeyTier.SD)), 576);
        var again = issue(KeySystem.WIDEVINE, CHALLENGE, Set.of(id(KeyTier.SD)), 576);

        assertThat(text(again)).isEqualTo("licence");
        assertThat(PROVIDER.asked()).hasSize(before + 1);
    }

    @Test
    void aProviderThatRefusesOrFailsIsToldApartAndShowsNothing() {
        bring("widevine", "axinom");
        PROVIDER.answers(400, "secret stack trace");
        refuses("drm.challenge.refused", () -> issue(KeySystem.WIDEVINE, bytes("bad"), Set.of(id(KeyTier.SD)), 576));
        PROVIDER.answers(500, "secret stack trace");
        refuses("drm.provider.unavailable", () -> issue(KeySystem.WIDEVINE, bytes("bad"), Set.of(id(KeyTier.SD)), 576));
        PROVIDER.answers(200, "licence");
        refuses("drm.system.refused", () -> issue(KeySystem.PLAYREADY, CHALLENGE, Set.of(id(KeyTier.SD)), 576));
    }

    @Test
    void eachLicenceIsTold() {
        issue(KeySystem.CLEARKEY, clearKey(KeyTier.SD), Set.of(id(KeyTier.SD)), 576);

        Eventually.is(
                "the licence is booked",
                () -> tenant.live()
                        .get("/v1/usage?meter=drm.licences")
                        .body()
                        .toString()
                        .contains("drm.licences"));
    }

    @Test
    void whatAProviderIsSignedToWithIsNeverShownAgain() {
        var answer = bring("widevine", "widevine");

        assertThat(answer).doesNotContain(SECRET).doesNotContain(IV);
        assertThat(api.get("/v1/drm/providers").body().toString())
                .contains(PROVIDER.url().toString())
                .doesNotContain(SECRET)
                .doesNotContain(IV);
        assertThat(STAGE.ask("SELECT d::text FROM %s.drm_settings d"
                        .formatted(tenant.liveSpace().schema())))
                .doesNotContain(SECRET)
                .doesNotContain(IV);
    }

    private String bring(String system, String protocol) {
        var body = new HashMap<>(Map.<String, Object>of(
                "protocol", protocol, "url", PROVIDER.url().toString(), "account", "acme", "secret", SECRET, "iv", IV));
        var answer = api.put("/v1/drm/providers/" + system, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.toString();
    }

    private JsonNode settings() {
        return api.get("/v1/drm/settings").body();
    }

    private Licence issue(KeySystem system, byte[] challenge, LicencePolicy policy) {
        return TenantContext.call(tenant.liveSpace(), () -> DRM.licence(system, challenge, id(KeyTier.SD), policy));
    }

    private Licence issue(KeySystem system, byte[] challenge, Set<String> keys, @Nullable Integer height) {
        var policy = LicencePolicy.streamed(soon(), height);
        return TenantContext.call(tenant.liveSpace(), () -> DRM.licence(system, challenge, keys, policy));
    }

    private String id(KeyTier tier) {
        return Objects.requireNonNull(set.keys().get(tier));
    }

    private ContentKey key(KeyTier tier) {
        return TenantContext.call(tenant.liveSpace(), () -> KEYRING.find(id(tier)))
                .orElseThrow();
    }

    private byte[] clearKey(KeyTier tier) {
        return clearKey(id(tier));
    }

    private static byte[] clearKey(String id) {
        return bytes("{\"kids\":[\"%s\"]}".formatted(kid(id)));
    }

    private static String kid(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(HEX.parseHex(id));
    }

    /// What the last request's token says, once its signature was verified.
    private static JsonNode message() {
        var token = PROVIDER.asked().getLast().header("X-axdrm-message");
        var signed = token.substring(0, token.lastIndexOf('.'));
        assertThat(Base64.getUrlDecoder().decode(token.substring(signed.length() + 1)))
                .isEqualTo(signature(signed));
        return tree(Base64.getUrlDecoder().decode(signed.split("\\.")[1]));
    }

    private static byte[] signature(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HEX.parseHex(SECRET), "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] decrypted(String text, byte[] iv, String padding) throws Exception {
        var cipher = Cipher.getInstance("AES/CBC/" + padding);
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(HEX.parseHex(SECRET), "AES"), new IvParameterSpec(iv));
        return cipher.doFinal(Base64.getDecoder().decode(text));
    }

    private static String text(Licence licence) {
        return StandardCharsets.UTF_8.decode(licence.body()).toString();
    }

    private static JsonNode json(Licence licence) {
        return tree(bytes(text(licence)));
    }

    private static JsonNode tree(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuses(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DomainException.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    private static Instant soon() {
        return Instant.now().plus(Duration.ofMinutes(2));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
