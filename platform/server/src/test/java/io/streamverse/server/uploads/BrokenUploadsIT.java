package io.streamverse.server.uploads;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Senders that break off, fall silent, or come twice.
class BrokenUploadsIT {
    private static final Map<String, Object> SETTINGS = Map.of("uploads.part-size", 100_000, "uploads.silence", "2s");
    private static final Stage STAGE = Stage.alone(SETTINGS);
    private static final int LENGTH = 350_000;
    private final TestTenant tenant = STAGE.tenant();
    private final Tus tus = Tus.as(tenant.live());
    private final byte[] bytes = some();
    private final String address = tus.begin(LENGTH);

    @AfterAll
    static void stop() {
        STAGE.close();
    }

    @Test
    void whatCameBeforeTheConnectionBrokeIsKept() throws Exception {
        try (var sender = new Sender(STAGE.server().getURI(), tenant, address, 0)) {
            sender.send(bytes, 0, 123_456);
            awaitParts(1);
        }

        Eventually.is("the rest is kept", () -> offset().equals("123456"));
        Eventually.is("the writer has gone", () -> !isWritten());
        assertThat(tus.patch(address, 123_456, rest(123_456)).status()).isEqualTo(204);
        assertThat(stored()).isEqualTo(bytes);
    }

    @Test
    void whoIsSilentIsGivenUp() throws Exception {
        try (var sender = new Sender(STAGE.server().getURI(), tenant, address, 0)) {
            sender.send(bytes, 0, 50_000);

            Eventually.within(Duration.ofSeconds(10), "what came is kept", () -> offset().equals("50000"));
        }
        Eventually.is("the writer has gone", () -> !isWritten());
        assertThat(tus.patch(address, 50_000, rest(50_000)).status()).isEqualTo(204);
        assertThat(stored()).isEqualTo(bytes);
    }

    @Test
    void oneWritesAtATimeOverAllServers() throws Exception {
        var other = STAGE.anotherServer(SETTINGS);
        var elsewhere = Tus.as(new Api(other.getURI(), tenant.liveKey()));
        try (var sender = new Sender(STAGE.server().getURI(), tenant, address, 0)) {
            sender.send(bytes, 0, 10);
            Eventually.is("it is written", this::isWritten);

            var second = elsewhere.patch(address, 0, bytes);

            assertThat(second.status()).as(second.toString()).isEqualTo(423);
            assertThat(second.code()).isEqualTo("uploads.upload.locked");
        }
        Eventually.is("the writer has gone", () -> !isWritten());
        assertThat(elsewhere.patch(address, 10, rest(10)).status()).isEqualTo(204);
        assertThat(stored()).isEqualTo(bytes);
    }

    @Test
    void whatIsTerminatedMeanwhileTakesNothingMore() throws Exception {
        try (var sender = new Sender(STAGE.server().getURI(), tenant, address, 0)) {
            sender.send(bytes, 0, 150_000);
            awaitParts(1);

            assertThat(tus.delete(address).status()).isEqualTo(204);
            sender.send(bytes, 150_000, LENGTH - 150_000);

            assertThat(sender.statusLine()).contains(" 410 ");
        }
        assertThat(store().list(tenant.id() + "/live/", null, 10).entries()).isEmpty();
    }

    /// The lease of a writer whose server is gone ends by itself.
    @Test
    void aWriterThatDiedIsReplaced() {
        STAGE.run("UPDATE %s.upload SET attempt = 7, writer_until = now() + interval '300 ms'".formatted(schema()));

        Eventually.is("its lease has ended", () -> tus.patch(address, 0, bytes).status() == 204);
        assertThat(offset()).isEqualTo("350000");
    }

    @Test
    void aLastStepThatWasCutOffIsDoneByTheNextLook() throws Exception {
        tus.patch(address, 0, Arrays.copyOf(bytes, 300_000));
        tus.patch(address, 300_000, rest(300_000));
        STAGE.run("UPDATE %s.upload SET state = 'OPEN', cleared_at = NULL".formatted(schema()));
        STAGE.run("UPDATE %s.asset SET state = 'WAITING'".formatted(schema()));
        STAGE.run("DELETE FROM %s.asset_object".formatted(schema()));

        assertThat(tus.head(address).header("Upload-Offset")).isEqualTo("350000");
        assertThat(STAGE.ask("SELECT state FROM %s.upload".formatted(schema()))).isEqualTo("FINISHED");
        assertThat(STAGE.ask("SELECT state FROM %s.asset".formatted(schema()))).isEqualTo("PROCESSING");
        assertThat(stored()).isEqualTo(bytes);
    }

    private void awaitParts(int count) {
        var ask = "SELECT jsonb_array_length(etags) >= %d FROM %s.upload".formatted(count, schema());
        Eventually.is("a part is stored", () -> "t".equals(STAGE.ask(ask)));
    }

    private boolean isWritten() {
        return "t".equals(STAGE.ask("SELECT writer_until IS NOT NULL FROM %s.upload".formatted(schema())));
    }

    private String offset() {
        return tus.head(address).header("Upload-Offset");
    }

    private String schema() {
        return tenant.liveSpace().schema();
    }

    private byte[] rest(int from) {
        return Arrays.copyOfRange(bytes, from, LENGTH);
    }

    private byte[] stored() throws IOException {
        var asset = tus.head(address).header("StreamVerse-Asset");
        var key = new ObjectKey("%s/live/originals/%s/1".formatted(tenant.id(), asset));
        try (var content = store().get(key)) {
            return content.stream().readAllBytes();
        }
    }

    private static ObjectStore store() {
        return STAGE.server().getApplicationContext().getBean(ObjectStore.class);
    }

    private static byte[] some() {
        var bytes = new byte[LENGTH];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    /// A PATCH by hand, which promises all and sends as much as a test likes.
    private record Sender(Socket socket) implements AutoCloseable {
        Sender(URI server, TestTenant tenant, String address, int offset) throws IOException {
            this(new Socket(server.getHost(), server.getPort()));
            var head = """
                    PATCH %s HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Tus-Resumable: 1.0.0\r
                    Content-Type: application/offset+octet-stream\r
                    Upload-Offset: %d\r
                    Content-Length: %d\r
                    \r
                    """.formatted(address, tenant.liveKey(), offset, LENGTH - offset);
            socket.getOutputStream().write(head.getBytes(US_ASCII));
        }

        void send(byte[] bytes, int from, int count) throws IOException {
            socket.getOutputStream().write(bytes, from, count);
        }

        String statusLine() throws IOException {
            return new String(socket.getInputStream().readNBytes(30), US_ASCII);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
