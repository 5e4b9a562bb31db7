package io.streamverse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A body beyond 1 MB is refused, and the client that goes on sending still sees why.
class LargeBodiesIT {
    private static final int MEGABYTE = 1_048_576;
    private static final Stage STAGE = Stage.shared();
    private static final TestTenant TENANT = STAGE.tenant();

    @Test
    void justBelowTheLimitIsRead() {
        var answer = TENANT.live().post("/v1/api-keys", Map.of("name", "x".repeat(MEGABYTE - 100)));

        assertThat(answer.status()).isIn(400, 422);
    }

    @ParameterizedTest
    @ValueSource(ints = {MEGABYTE + 1, 5 * MEGABYTE, 15 * MEGABYTE})
    void aLargeBodyIsRefusedWithAProblem(int bytes) {
        ProblemsIT.refused(TENANT.live().post("/v1/api-keys", "x".repeat(bytes)), 413);
    }

    @ParameterizedTest
    @ValueSource(ints = {MEGABYTE + 1, 5 * MEGABYTE, 15 * MEGABYTE})
    void soIsOneThatDoesNotSayItsLength(int bytes) {
        var body = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[bytes]));
        var request = HttpRequest.newBuilder(TENANT.live().request("POST", "/v1/api-keys", "{}"), (_, _) -> true)
                .POST(body)
                .build();

        ProblemsIT.refused(Api.send(request), 413);
    }

    /// A client that reads only after it has sent everything, as many do.
    @Test
    void theAnswerIsThereWhenAllWasSent() throws IOException {
        var url = TENANT.live().url();
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            var head = """
                    POST /v1/api-keys HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: application/json\r
                    Content-Length: %d\r
                    \r
                    """.formatted(TENANT.liveKey(), 15 * MEGABYTE);
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < 15; sent++) {
                out.write(new byte[MEGABYTE]);
            }
            assertThat(firstLine(socket.getInputStream())).startsWith("HTTP/1.1 413");
        }
    }

    private static String firstLine(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }
}
