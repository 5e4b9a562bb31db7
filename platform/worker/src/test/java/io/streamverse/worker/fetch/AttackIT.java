package io.streamverse.worker.fetch;

import static io.streamverse.worker.fetch.ForeignServer.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.worker.work.WorkFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a tenant, or the server he names, may try.
@Timeout(60)
class AttackIT {
    private static final Dialer.Names REAL = host -> List.of(InetAddress.getAllByName(host));

    @TempDir
    private Path store;

    private Pull pull;

    @BeforeEach
    void begin() throws Exception {
        pull = new Pull(store);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://0177.0.0.1/",
                "http://0x7f.0.0.1/",
                "http://0x7f000001/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://0/",
                "http://localhost./",
                "http://169.254.169.254/latest/meta-data/",
                "http://[fd00:ec2::254]/"
            })
    void aPrivateAddressInAnyDress(String url) {
        assertThatThrownBy(() -> pull.from(URI.create(url), 1_000, REAL))
                .isInstanceOfSatisfying(
                        WorkFailure.class,
                        it -> assertThat(it.code()).isIn("media.fetch.address", "media.fetch.unreachable"));
    }

    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd,begins with https",
        "ftp://example.com/a,begins with https",
        "jar:http://example.com/a!/b,begins with https",
        "/etc/passwd,begins with https",
        "https://user:secret@example.com/,take the user and password out",
        "http:///a,no valid name",
        "http://a_b/,no valid name"
    })
    void anAddressOfAnotherSort(String url, String why) {
        refused(() -> pull.from(URI.create(url), 1_000, REAL), "media.fetch.address", why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/secret",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]:%d/secret",
                "http://[::ffff:127.0.0.1]:%d/secret",
                "http://2130706433:%d/secret",
                "//127.0.0.1:%d/secret",
                "file:///etc/passwd",
                "http://user:secret@localhost:%d/"
            })
    void aRedirectToAForbiddenPlace(String location) throws Exception {
        var port = new int[1];
        try (var server = new ForeignServer(
                (_, out) -> say(out, "HTTP/1.1 302 Found\r\nLocation: " + location.formatted(port[0]) + "\r\n\r\n"))) {
            port[0] = server.port();

            refused(() -> pull.from(server, "/"), "media.fetch.address", "cannot be pulled");

            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void redirectsWithoutEnd() throws Exception {
        try (var server = new ForeignServer((_, out) -> say(out, "HTTP/1.1 302 Found\r\nLocation: /again\r\n\r\n"))) {
            refused(() -> pull.from(server, "/"), "media.fetch.address", "it leads on and on");

            assertThat(server.requests()).hasSize(6);
        }
    }

    @Test
    void aNameThatTurnsPrivate() throws Exception {
        try (var server = new ForeignServer((_, out) -> say(out, "HTTP/1.1 200 OK\r\n\r\nsecret"))) {
            var url = URI.create("http://rebind.example:" + server.port() + "/");

            refused(
                    () -> pull.from(url, 1_000, _ -> List.of(InetAddress.getLoopbackAddress())),
                    "media.fetch.address",
                    "not on the public internet");

            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aBodyWithoutEnd() throws Exception {
        try (var server = new ForeignServer((_, out) -> endless(out, "HTTP/1.1 200 OK\r\n\r\n"))) {
            refused(() -> pull.from(server, "/"), "media.fetch.too-large", "more than the 1000000 bytes");
        }
    }

    @Test
    void moreThanWasSaid() throws Exception {
        try (var server =
                new ForeignServer((_, out) -> endless(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"))) {
            assertThat(pull.content(pull.from(server, "/"))).isEqualTo("xxxxxxxxxx");
        }
    }

    @Test
    void tooMuchIsSaidAtOnce() throws Exception {
        try (var server =
                new ForeignServer((_, out) -> say(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000001\r\n\r\n"))) {
            refused(() -> pull.from(server, "/"), "media.fetch.too-large", "more than the 1000000 bytes");
        }
    }

    @Test
    void aBodyThatGrowsWhenUnpacked() throws Exception {
        try (var server = new ForeignServer(
                (_, out) -> say(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nbomb"))) {
            refused(() -> pull.from(server, "/"), "media.fetch.answer", "packs the file");
        }
    }

    @Test
    void aHeadWithoutEnd() throws Exception {
        try (var server = new ForeignServer((_, out) -> endless(out, "HTTP/1.1 200 OK\r\nX: "))) {
            gaveUp(server);
        }
    }

    @Test
    void dropByDrop() throws Exception {
        var never = new CountDownLatch(1);
        try (var server = new ForeignServer((_, out) -> {
            say(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nx");
            await(never);
        })) {
            gaveUp(server);
        } finally {
            never.countDown();
        }
    }

    @Test
    void silence() throws Exception {
        var never = new CountDownLatch(1);
        try (var server = new ForeignServer((_, _) -> await(never))) {
            gaveUp(server);
        } finally {
            never.countDown();
        }
    }

    @ParameterizedTest
    @CsvSource({"404,true", "403,true", "500,false", "503,false", "429,false"})
    void anotherAnswer(int status, boolean permanent) throws Exception {
        try (var server = new ForeignServer((_, out) -> say(out, "HTTP/1.1 " + status + " No\r\n\r\n"))) {
            assertThatThrownBy(() -> pull.from(server, "/")).isInstanceOfSatisfying(WorkFailure.class, it -> {
                assertThat(it.code()).isEqualTo("media.fetch.answer");
                assertThat(it.isPermanent()).isEqualTo(permanent);
            });
        }
    }

    private void gaveUp(ForeignServer server) {
        assertThatThrownBy(() -> pull.from(server, "/")).isInstanceOfSatisfying(WorkFailure.class, it -> {
            assertThat(it.code()).isEqualTo("media.fetch.unreachable");
            assertThat(it.isPermanent()).isFalse();
        });
        assertThat(server.requests()).hasSize(3);
    }

    private static void refused(ThrowingCallable call, String code, String why) {
        assertThatThrownBy(call).isInstanceOfSatisfying(WorkFailure.class, it -> {
            assertThat(it.code()).isEqualTo(code);
            assertThat(it).hasMessageContaining(why);
            assertThat(it.isPermanent()).isTrue();
        });
    }

    private static void endless(OutputStream out, String head) throws IOException {
        say(out, head);
        while (true) {
            say(out, "x".repeat(10_000));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
