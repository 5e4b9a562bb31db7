package io.streamverse.worker.fetch;

import static io.streamverse.worker.fetch.ForeignServer.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FetcherIT {
    private static final String CONTENT = "0123456789".repeat(50_000);
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 500000\r\nETag: \"v1\"\r\n\r\n";

    @TempDir
    private Path store;

    private Pull pull;

    @BeforeEach
    void begin() throws Exception {
        pull = new Pull(store);
    }

    @Test
    void aFileIsPulled() throws Exception {
        try (var server = new ForeignServer((_, out) -> say(out, HEAD + CONTENT))) {
            var fetched = pull.from(server, "/film.mp4?signature=a%2Fb");

            assertThat(pull.content(fetched)).isEqualTo(CONTENT);
            assertThat(fetched.original().bytes()).isEqualTo(500_000);
            assertThat(fetched.sha256()).isEqualTo(sha256(CONTENT));
            assertThat(server.requests().getFirst())
                    .startsWith("GET /film.mp4?signature=a%2Fb HTTP/1.1\r\nHost: localhost:");
        }
    }

    @Test
    void chunksAreJoined() throws Exception {
        var chunked =
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nHello\r\n7\r\n, world\r\n0\r\n\r\n";
        try (var server = new ForeignServer((_, out) -> say(out, chunked))) {
            assertThat(pull.content(pull.from(server, "/"))).isEqualTo("Hello, world");
        }
    }

    @Test
    void aRedirectIsFollowed() throws Exception {
        try (var server = new ForeignServer((request, out) -> say(
                out,
                request.startsWith("GET /old")
                        ? "HTTP/1.1 302 Found\r\nLocation: new?a=b\r\n\r\n"
                        : "HTTP/1.1 200 OK\r\n\r\nmoved"))) {
            assertThat(pull.content(pull.from(server, "/old"))).isEqualTo("moved");
            assertThat(server.requests().getLast()).startsWith("GET /new?a=b ");
        }
    }

    @Test
    void aBrokenConnectionIsTakenUpAgain() throws Exception {
        try (var server = new ForeignServer(FetcherIT::breakEvery200000)) {
            assertThat(pull.content(pull.from(server, "/"))).isEqualTo(CONTENT);
            assertThat(server.requests()).hasSize(3);
            assertThat(server.requests().get(1)).contains("Range: bytes=200000-", "If-Range: \"v1\"");
            assertThat(server.requests().get(2)).contains("Range: bytes=400000-");
        }
    }

    @Test
    void anotherAttemptGoesOnFromWhatWasKept() throws Exception {
        var well = new AtomicBoolean();
        try (var server = new ForeignServer((request, out) -> {
            if (well.get() || !request.contains("Range: ")) {
                breakEvery200000(request, out);
            }
        })) {
            assertThatThrownBy(() -> pull.from(server, "/")).hasMessageContaining("cannot be had from localhost");
            well.set(true);
            pull.again();

            assertThat(pull.content(pull.from(server, "/"))).isEqualTo(CONTENT);

            assertThat(server.requests().get(3)).containsPattern("Range: bytes=(1[5-9]|20)\\d{4}-");
        }
    }

    @Test
    void aFileThatChangedMeanwhileIsPulledAnew() throws Exception {
        try (var server = new ForeignServer((request, out) -> say(
                out,
                request.contains("Range: ")
                        ? "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nETag: \"v2\"\r\n\r\nnew"
                        : HEAD + CONTENT.substring(0, 300_000)))) {
            assertThat(pull.content(pull.from(server, "/"))).isEqualTo("new");
        }
    }

    @Test
    void withoutAVersionItIsPulledFromTheStart() throws Exception {
        try (var server = new ForeignServer((_, out) -> {
            say(out, HEAD.replace("ETag: \"v1\"\r\n", "") + CONTENT.substring(0, 300_000));
            if (Files.exists(store.resolve("broken"))) {
                say(out, CONTENT.substring(300_000));
            }
            Files.writeString(store.resolve("broken"), "once");
        })) {
            assertThat(pull.content(pull.from(server, "/"))).isEqualTo(CONTENT);
            assertThat(server.requests()).hasSize(2).noneMatch(it -> it.contains("Range"));
        }
    }

    private static void breakEvery200000(String request, OutputStream out) throws IOException {
        var from =
                request.contains("Range: ") ? Integer.parseInt(request.replaceAll("(?s).*bytes=(\\d+)-.*", "$1")) : 0;
        var head = from == 0
                ? HEAD
                : "HTTP/1.1 206 Partial\r\nETag: \"v1\"\r\nContent-Length: %d\r\nContent-Range: bytes %d-499999/500000\r\n\r\n"
                        .formatted(500_000 - from, from);
        say(out, head + CONTENT.substring(from, Math.min(500_000, from + 200_000)));
    }

    private static String sha256(String text) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
