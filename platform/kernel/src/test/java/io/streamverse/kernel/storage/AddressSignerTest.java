package io.streamverse.kernel.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.kernel.storage.StorageException.AddressRefused;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressSignerTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");
    private static final ObjectKey KEY = new ObjectKey("a b/ü+%&?#.mp4");
    private static final byte[] SECRET = "a secret of at least 32 bytes ....".getBytes(UTF_8);

    private final AddressSigner signer = at(NOW);

    @Test
    void anAddressIsAPathAndAQuery() {
        assertThat(signer.sign(new Grant.Read(KEY), HOUR).toString())
                .startsWith("/internal/objects/a%20b/%C3%BC%2B%25%26%3F%23.mp4?op=get&expires=1795173330&sig=");
    }

    @Test
    void whatIsSignedIsWhatIsGranted() {
        var upload = new MultipartUpload(KEY, "b9a5f3f4-8d5c-4b5e-a7c0-0d6a8a3a4a11");

        for (var grant : new Grant[] {
            new Grant.Read(KEY), new Grant.Write(KEY, 5_000_000_000L), new Grant.WritePart(upload, 7, 12)
        }) {
            assertThat(signer.verify(KEY, signer.sign(grant, HOUR).getRawQuery()))
                    .isEqualTo(grant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "op=put&max=10&expires=1795173330",
                "op=put&max=10&expires=1795173330&sig=",
                "op=put&max=11&expires=1795173330&sig=%s",
                "op=put&max=10&expires=1795173331&sig=%s",
                "op=get&max=10&expires=1795173330&sig=%s",
                "max=10&op=put&expires=1795173330&sig=%s",
                "op=put&max=10&expires=1795173330&x=y&sig=%s",
                "op=put&max=10&expires=1795173330&sig=%s&x=y",
                "op=put&max=10&expires=1795173330&sig=%s=",
            })
    void anAlteredAddressIsRefused(String query) {
        var signature = signatureOf(signer.sign(new Grant.Write(KEY, 10), HOUR));

        assertThatThrownBy(() -> signer.verify(KEY, query.replace("%s", signature)))
                .isInstanceOf(AddressRefused.class);
    }

    @Test
    void aSignatureFitsItsKeyAndItsSecretOnly() {
        var query = signer.sign(new Grant.Read(KEY), HOUR).getRawQuery();
        var stranger = new AddressSigner(new byte[32], InstantSource.fixed(NOW));

        assertThatThrownBy(() -> signer.verify(new ObjectKey("other"), query)).isInstanceOf(AddressRefused.class);
        assertThatThrownBy(() -> stranger.verify(KEY, query)).isInstanceOf(AddressRefused.class);
    }

    @Test
    void anAddressExpires() {
        var query = signer.sign(new Grant.Read(KEY), HOUR).getRawQuery();

        assertThat(at(NOW.plusSeconds(3599)).verify(KEY, query)).isEqualTo(new Grant.Read(KEY));
        assertThatThrownBy(() -> at(NOW.plusSeconds(3600)).verify(KEY, query))
                .isInstanceOf(AddressRefused.class)
                .hasMessage("The address has expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT168H1S"})
    void anAddressIsValidForUpToSevenDays(Duration validFor) {
        assertThatThrownBy(() -> signer.sign(new Grant.Read(KEY), validFor))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> new AddressSigner(new byte[31], InstantSource.system()))
                .hasMessageContaining("at least 32 bytes");
    }

    private static String signatureOf(URI address) {
        return address.getRawQuery().substring(address.getRawQuery().indexOf("sig=") + 4);
    }

    private static AddressSigner at(Instant now) {
        return new AddressSigner(SECRET, InstantSource.fixed(now));
    }
}
