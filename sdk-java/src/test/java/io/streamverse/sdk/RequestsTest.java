package io.streamverse.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.sdk.model.UpdateBranding;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {
    private final FakePlatform platform = new FakePlatform();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void aRequestSaysWhoAsksAndForWhat() {
        platform.client().tenant().get();

        assertThat(platform.last().header("Authorization")).isEqualTo("Bearer " + FakePlatform.KEY);
        assertThat(platform.last().header("Accept")).contains("application/json", "application/problem+json");
        assertThat(platform.last().header("User-Agent")).matches("streamverse-java/\\d+\\.\\d+\\S* \\(Java \\d+\\)");
        assertThat(platform.last().headers()).doesNotContainKeys("Idempotency-key", "Streamverse-version", "If-match");
    }

    @Test
    void theVersionOfTheCallWinsOverTheClients() {
        var tenant = platform.quick(StreamVerse.builder())
                .version(LocalDate.of(2026, 11, 1))
                .build()
                .tenant();

        tenant.get();
        tenant.get(RequestOptions.none().withVersion(LocalDate.of(2026, 12, 1)));

        assertThat(platform.seen())
                .extracting(it -> it.header("StreamVerse-Version"))
                .containsExactly("2026-11-01", "2026-12-01");
    }

    @Test
    void whatWasReadCanBeChangedUnderItsEtag() {
        platform.answers(200, "{\"name\":\"Aurora\"}", "ETag", "\"7\"");
        var branding = platform.client().branding();

        var read = branding.getVersioned();
        branding.update(
                new UpdateBranding().name("Aurora"), RequestOptions.none().withIfMatch(read.etag()));

        assertThat(read.value().name()).isEqualTo("Aurora");
        assertThat(platform.last().header("If-Match")).isEqualTo("\"7\"");
        assertThat(platform.last().body()).isEqualTo("{\"name\":\"Aurora\"}");
    }

    @Test
    void aGuardThatWouldGuardNothingIsRefused() {
        platform.answers(200, "{\"name\":\"Aurora\"}");

        assertThatThrownBy(() -> platform.client().branding().getVersioned())
                .hasMessageContaining("The answer to GET /v1/branding carries no ETag");
    }

    @Test
    void anIdentifierCannotLeaveItsPlace() {
        platform.client().apiKeys().get("a/../b?c#d é");

        assertThat(platform.last().path()).isEqualTo("/v1/api-keys/a%2F..%2Fb%3Fc%23d%20%C3%A9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void anEmptyIdentifierIsRefused(String id) {
        assertThatThrownBy(() -> platform.client().apiKeys().revoke(id)).isInstanceOf(IllegalArgumentException.class);
        assertThat(platform.seen()).isEmpty();
    }

    @Test
    void anAnswerWithoutContentIsFine() {
        platform.answers(204, "");

        platform.client().apiKeys().revoke("key_1");

        assertThat(platform.last().method()).isEqualTo("DELETE");
    }

    @Test
    void theBaseUrlMayHaveAPath() {
        platform.quick(StreamVerse.builder())
                .baseUrl(URI.create(platform.url() + "/streams/"))
                .build()
                .tenant()
                .get();

        assertThat(platform.last().path()).isEqualTo("/streams/v1/tenant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "sv_test_x\r\nX-Evil: 1", "schlüssel"})
    void aKeyThatCannotBeOneIsRefusedUnquoted(String key) {
        assertThatThrownBy(() -> StreamVerse.builder().apiKey(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An API key is one word of visible ASCII characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://a.example", "a.example", "https://u:p@a.example", "https://a.example?x", "https:///x"})
    void aBaseUrlThatIsNoneIsRefused(String url) {
        assertThatThrownBy(() -> StreamVerse.builder().baseUrl(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClientNeedsAKeyAndAnAddress() {
        assertThatThrownBy(() -> StreamVerse.builder().apiKey("k").build()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> StreamVerse.operator().baseUrl(platform.url()).build())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nonsensicalOptionsAreRefused() {
        var options = RequestOptions.none();

        assertThatThrownBy(() -> options.withTimeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withMaxRetries(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withIdempotencyKey("a\nb")).isInstanceOf(IllegalArgumentException.class);
    }
}
