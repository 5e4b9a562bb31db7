package io.streamverse.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.UploadOptions;
import io.streamverse.sdk.model.AssetState;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SIGKILL in the middle of a file that is as large as the server's heap: the client goes on where the server really
/// was.
@Tag("soak")
class KilledUploadIT {
    private static final int MEGABYTE = 1 << 20;
    private static final int MEGABYTES = 256;
    private static final Program SERVER =
            Ground.server("receiving", Map.of("UPLOADS_SILENCE", "1s", "UPLOADS_PART_SIZE", "8388608"));
    private final Answer tenant = NewTenant.next().askUntilMade(SERVER.as(Ground.OPERATOR_KEY));
    private final AtomicLong sent = new AtomicLong();

    @TempDir
    Path folder;

    @BeforeAll
    static void bothAreUp() {
        Ground.BILLING.up();
        SERVER.up();
    }

    @AfterAll
    static void end() {
        SERVER.kill();
        Ground.BILLING.kill();
    }

    @Test
    void theRestIsSentToTheNextServer() throws Exception {
        var film = film();
        var uploading = CompletableFuture.supplyAsync(() -> upload(film), Thread::startVirtualThread);
        Eventually.is("half is sent", () -> sent.get() > MEGABYTES / 2 * (long) MEGABYTE);

        SERVER.kill();
        SERVER.up();

        var asset = client().assets().get(uploading.join());
        assertThat(asset.state()).isEqualTo(AssetState.PROCESSING);
        assertThat(asset.bytes()).isEqualTo((long) MEGABYTES * MEGABYTE);
        assertThat(Files.mismatch(film, storedAsOne(asset.id()))).isEqualTo(Files.size(film));
    }

    private String upload(Path film) {
        var options = UploadOptions.usual()
                .withResumeFolder(folder.resolve("notes"))
                .withMaxRetries(40)
                .withProgress((bytes, _) -> sent.set(bytes));
        return client().uploads().upload(film, options);
    }

    private StreamVerse client() {
        return StreamVerse.builder()
                .apiKey(tenant.at("/apiKeys/live"))
                .baseUrl(SERVER.url())
                .build();
    }

    /// The store's file holds the content, and its own notes behind it.
    private static Path storedAsOne(String asset) throws IOException {
        try (var files = Files.walk(Path.of("target/flows/objects/objects"))) {
            return files.filter(Files::isRegularFile)
                    .filter(it -> it.toString().contains(asset))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path film() throws IOException {
        var film = folder.resolve("film.mp4");
        var random = new Random(3);
        var megabyte = new byte[MEGABYTE];
        try (var out = Files.newOutputStream(film)) {
            for (int i = 0; i < MEGABYTES; i++) {
                random.nextBytes(megabyte);
                out.write(megabyte);
            }
        }
        return film;
    }
}
