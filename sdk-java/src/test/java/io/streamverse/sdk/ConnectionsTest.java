package io.streamverse.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConnectionsTest {
    private final FakePlatform platform = new FakePlatform();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void aBodyThatStallsEndsInTime() {
        platform.stallsInTheBody().answers(200, "{\"name\":\"Aurora\"}");
        var options = RequestOptions.none().withTimeout(Duration.ofMillis(700));

        assertThat(platform.client().tenant().get(options).name()).isEqualTo("Aurora");
        assertThat(platform.pauses()).hasSize(1);
    }

    @Test
    void aTimeoutNamesTheCallAndTheTime() {
        platform.stallsInTheBody();
        var client = platform.quick(StreamVerse.builder())
                .timeout(Duration.ofMillis(300))
                .maxRetries(0)
                .build();

        assertThatThrownBy(() -> client.tenant().get())
                .isInstanceOf(ConnectionException.class)
                .hasMessage("connection.timeout: No answer to GET /v1/tenant within 300 ms");
    }

    @Test
    void nobodyListening() {
        var client = platform.client();
        platform.close();

        assertThatThrownBy(() -> client.tenant().get()).isInstanceOfSatisfying(ConnectionException.class, it -> {
            assertThat(it.status()).isZero();
            assertThat(it.code()).isEqualTo("connection.broken");
        });
        assertThat(platform.pauses()).hasSize(2);
    }

    @Test
    void anInterruptEndsTheCallAndStaysSet() {
        platform.stallsInTheBody();
        var client = platform.client();

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> client.tenant().get())
                .isInstanceOfSatisfying(
                        ConnectionException.class, it -> assertThat(it.code()).isEqualTo("connection.interrupted"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(platform.pauses()).isEmpty();
    }

    @Test
    void anInterruptEndsThePause() {
        platform.answers(503, "");
        var backoff = new Backoff(Clock.systemUTC(), () -> 0);
        var client = platform.quick(StreamVerse.builder())
                .pauses(backoff, pause -> {
                    throw new InterruptedException();
                })
                .build();

        assertThatThrownBy(() -> client.tenant().get()).hasMessageStartingWith("connection.interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(platform.seen()).hasSize(1);
    }
}
