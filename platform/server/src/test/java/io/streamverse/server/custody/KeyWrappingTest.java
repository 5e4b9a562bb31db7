package io.streamverse.server.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.kernel.problem.Unavailable;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyWrappingTest {
    private static final FakeKms FAKE = new FakeKms();
    private static final TenantSpace MINE = TenantSpace.live(new TenantId("ten_00000000000000000000000000"));
    private static final byte[] KEY = HexFormat.of().parseHex("00112233445566778899aabbccddeeff".repeat(2));
    private static final String GCP_KEY = "projects/p/locations/l/keyRings/r/cryptoKeys/k";

    @AfterAll
    static void stop() {
        FAKE.close();
    }

    static Stream<KeyWrapping> services() {
        return Stream.of(
                local("a".repeat(32)), vault(FakeKms.TOKEN), aws(FakeKms.SECRET), gcp(FakeKms.TOKEN), gcp(null));
    }

    @ParameterizedTest
    @MethodSource("services")
    void aKeyComesBackAsItWas(KeyWrapping service) {
        var wrapped = service.wrap(KEY, MINE);

        assertThat(wrapped).doesNotContain(HexFormat.of().formatHex(KEY));
        assertThat(service.unwrap(wrapped, MINE)).isEqualTo(KEY);
    }

    @ParameterizedTest
    @MethodSource("services")
    void itOpensForNoOtherEnvironment(KeyWrapping service) {
        var wrapped = service.wrap(KEY, MINE);

        assertThatThrownBy(() -> service.unwrap(wrapped, TenantSpace.test(MINE.tenant())))
                .message()
                .doesNotContain(HexFormat.of().formatHex(KEY));
    }

    static Stream<KeyWrapping> strangers() {
        return Stream.of(vault("stolen"), aws("stolen"), gcp("stolen"));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void whoShowsTheWrongCredentialsGetsNothing(KeyWrapping service) {
        assertThatThrownBy(() -> service.wrap(KEY, MINE))
                .isInstanceOf(Unavailable.class)
                .hasMessage("The keys cannot be opened right now");
    }

    @Test
    void anotherSecretOpensNothing() {
        var wrapped = local("a".repeat(32)).wrap(KEY, MINE);

        assertThatThrownBy(() -> local("b".repeat(32)).unwrap(wrapped, MINE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobodyThereIsSaidSo() {
        var away = new VaultWrapping(calls(), config(Kms.VAULT, URI.create("http://127.0.0.1:1"), "t", "x", ""));

        assertThatThrownBy(() -> away.wrap(KEY, MINE)).isInstanceOf(Unavailable.class);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> new VaultWrapping(calls(), config(Kms.VAULT, FAKE.url(""), null, null, "")))
                .hasMessage("custody.key is missing");
    }

    @Test
    void theConfigurationShowsNoSecrets() {
        var config = config(Kms.AWS, FAKE.url("/"), "alias/tenants", "token", "very-secret");

        assertThat(config.toString()).doesNotContain("token", "very-secret");
        assertThat(Arrays.asList(new PlatformSecret("s".repeat(32)).toString())).containsExactly("PlatformSecret");
    }

    private static KeyWrapping local(String secret) {
        return new LocalWrapping(new PlatformSecret(secret));
    }

    private static KeyWrapping vault(String token) {
        return new VaultWrapping(calls(), config(Kms.VAULT, FAKE.url("/v1/transit"), "tenants", token, ""));
    }

    private static KeyWrapping aws(String secret) {
        return new AwsWrapping(
                calls(), config(Kms.AWS, FAKE.url("/"), "alias/tenants", null, secret), InstantSource.system());
    }

    private static KeyWrapping gcp(@Nullable String token) {
        return new GcpWrapping(calls(), config(Kms.GCP, FAKE.url("/"), GCP_KEY, token, ""));
    }

    private static KmsCalls calls() {
        return new KmsCalls(config(Kms.LOCAL, null, null, null, ""));
    }

    private static CustodyConfig config(
            Kms kms, @Nullable URI url, @Nullable String key, @Nullable String token, String secret) {
        return new CustodyConfig(
                kms,
                url,
                key,
                token,
                "eu-west-1",
                "AKID",
                secret.isEmpty() ? null : secret,
                null,
                FAKE.url("/"),
                Duration.ofSeconds(5),
                Duration.ofMinutes(10),
                10);
    }
}
