package io.streamverse.kernel.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowSenderTest {
    private static final String HEAD = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 90000\r\n\r\n";
    private static final String WHOLE = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final int LONG_SECONDS = SlowSender.GRACE_SECONDS + 10;
    private final EmbeddedChannel connection = new EmbeddedChannel(new HttpServerCodec(), new SlowSender());

    @BeforeEach
    void timeStandsUntilItIsToldToPass() {
        connection.freezeTime();
    }

    @Test
    void whoNeverEndsAHeadIsCutOffThoughSomethingComesAgainAndAgain() {
        send("GET / HTTP/1.1\r\n");
        for (int second = 0; second < LONG_SECONDS; second += 10) {
            assertThat(connection.isOpen()).isTrue();
            send("X-A: b\r\n");
            pass(10);
        }

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void whoNeverEndsABodyIsCutOff() {
        send(HEAD + "{");
        pass(SlowSender.GRACE_SECONDS);
        assertThat(connection.isOpen()).isTrue();

        pass(10);

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aBodyThatComesOnMayTakeItsTime() {
        send(HEAD);
        for (int second = 0; second < LONG_SECONDS; second += 10) {
            send("x".repeat(10_000));
            pass(10);
        }

        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void betweenRequestsAConnectionMayBeSilent() {
        send(WHOLE);
        pass(LONG_SECONDS);
        send(HEAD);
        send("x".repeat(90_000));
        pass(LONG_SECONDS);

        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void eachRequestHasItsOwnTime() {
        for (int request = 0; request < 4; request++) {
            send("GET / HTTP/1.1\r\n");
            pass(SlowSender.GRACE_SECONDS / 2);
            send("Host: a\r\n\r\n");
        }

        assertThat(connection.isOpen()).isTrue();
    }

    private void send(String text) {
        connection.writeInbound(Unpooled.copiedBuffer(text, US_ASCII));
    }

    private void pass(int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runPendingTasks();
    }
}
