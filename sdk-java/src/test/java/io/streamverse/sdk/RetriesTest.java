package io.streamverse.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.sdk.model.CreateApiKey;
import io.streamverse.sdk.model.RotateApiKey;
import io.streamverse.sdk.model.UpdateBranding;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {
    private final FakePlatform platform = new FakePlatform();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void aPostIsRepeatedUnderTheSameKey() {
        platform.answers(503, "").answers(429, "").answers(201, "{\"id\":\"key_1\"}");

        var key = platform.client().apiKeys().create(new CreateApiKey().name("importer"));

        assertThat(key.id()).isEqualTo("key_1");
        assertThat(platform.seen())
                .hasSize(3)
                .extracting(it -> it.header("Idempotency-Key"))
                .containsOnly(platform.last().header("Idempotency-Key"));
        assertThat(platform.seen()).extracting(FakePlatform.Seen::body).containsOnly("{\"name\":\"importer\"}");
    }

    @Test
    void twoPostsHaveTwoKeys() {
        var keys = platform.client().apiKeys();

        keys.rotate("key_1", new RotateApiKey());
        keys.rotate("key_1", new RotateApiKey());

        assertThat(platform.seen())
                .extracting(it -> it.header("Idempotency-Key"))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    @Test
    void theCallersOwnKeyIsUsed() {
        var options = RequestOptions.none().withIdempotencyKey("order-17");

        platform.client().apiKeys().rotate("key_1", new RotateApiKey(), options);

        assertThat(platform.last().header("Idempotency-Key")).isEqualTo("order-17");
    }

    @Test
    void pausesDouble() {
        platform.answers(503, "").answers(503, "").answers(503, "").answers(200, "{}");

        platform.quick(StreamVerse.builder()).maxRetries(3).build().tenant().get();

        assertThat(platform.pauses())
                .containsExactly(Duration.ofMillis(375), Duration.ofMillis(750), Duration.ofMillis(1500));
    }

    @Test
    void theServersSecondsAreWaited() {
        platform.answers(429, "", "Retry-After", "7").answers(200, "{}");

        platform.client().tenant().get();

        assertThat(platform.pauses()).containsExactly(Duration.ofMillis(7250));
    }

    @Test
    void theServersDateIsWaitedFor() {
        platform.answers(503, "", "Retry-After", "Fri, 20 Nov 2026 12:00:09 GMT")
                .answers(200, "{}");

        platform.client().tenant().get();

        assertThat(platform.pauses()).containsExactly(Duration.ofMillis(9250));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "9223372036854775807", "1.5"})
    void aNonsensicalRetryAfterIsIgnored(String wait) {
        platform.answers(503, "", "Retry-After", wait).answers(200, "{}");

        platform.client().tenant().get();

        assertThat(platform.pauses()).containsExactly(Duration.ofMillis(375));
    }

    @Test
    void anHourIsLeftToTheCaller() {
        platform.answers(429, "", "Retry-After", "3600");

        assertThatThrownBy(() -> platform.client().tenant().get())
                .isInstanceOfSatisfying(
                        RateLimitException.class,
                        it -> assertThat(it.retryAfter()).isEqualTo(Duration.ofHours(1)));
        assertThat(platform.pauses()).isEmpty();
    }

    @Test
    void retriesEnd() {
        platform.answers(503, "").answers(503, "").answers(503, "").answers(200, "{}");

        assertThatThrownBy(() -> platform.client().tenant().get()).isInstanceOf(UnavailableException.class);
        assertThat(platform.seen()).hasSize(3);
    }

    @Test
    void aCallMayHaveNoRetries() {
        platform.answers(503, "");
        var options = RequestOptions.none().withMaxRetries(0);

        assertThatThrownBy(() -> platform.client().tenant().get(options)).isInstanceOf(UnavailableException.class);
        assertThat(platform.seen()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 402, 403, 404, 409, 410, 412, 422, 500, 502, 504})
    void otherAnswersAreFinal(int status) {
        platform.answers(status, "");

        assertThatThrownBy(() -> platform.client().tenant().get())
                .isInstanceOfSatisfying(
                        StreamVerseException.class,
                        it -> assertThat(it.status()).isEqualTo(status));
        assertThat(platform.seen()).hasSize(1);
    }

    @Test
    void aTwinThatStillRunsIsWaitedFor() {
        platform.answers(409, "{\"code\":\"idempotency.in-progress\"}").answers(201, "{\"id\":\"key_2\"}");

        assertThat(platform.client()
                        .apiKeys()
                        .rotate("key_1", new RotateApiKey())
                        .id())
                .isEqualTo("key_2");
    }

    @Test
    void aBrokenConnectionIsTriedAgain() {
        platform.breaksTheConnection().answers(201, "{\"id\":\"key_1\"}");

        var key = platform.client().apiKeys().create(new CreateApiKey());

        assertThat(key.id()).isEqualTo("key_1");
        assertThat(platform.seen())
                .extracting(it -> it.header("Idempotency-Key"))
                .hasSize(2)
                .containsOnly(platform.last().header("Idempotency-Key"));
    }

    @Test
    void aConditionalChangeIsNotRepeatedOnceItMayHaveHappened() {
        platform.breaksTheConnection();
        var options = RequestOptions.none().withIfMatch("\"3\"");

        assertThatThrownBy(() -> platform.client().branding().update(new UpdateBranding(), options))
                .isInstanceOfSatisfying(
                        ConnectionException.class, it -> assertThat(it.code()).isEqualTo("connection.broken"));
        assertThat(platform.seen()).hasSize(1);
    }

    @Test
    void aConditionalChangeIsRepeatedWhenItWasRefused() {
        platform.answers(503, "").answers(200, "{}");

        platform.client()
                .branding()
                .update(new UpdateBranding(), RequestOptions.none().withIfMatch("\"3\""));

        assertThat(platform.seen())
                .hasSize(2)
                .extracting(it -> it.header("If-Match"))
                .containsOnly("\"3\"");
    }
}
