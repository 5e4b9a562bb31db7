package io.streamverse.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.UploadOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 5 GB through a heap of 256 MB; what lives in it does not grow.
@Tag("soak")
class LargeUploadIT {
    private static final long BYTES = 5_000_000_000L;
    private static final long PIECE = 100_000_000;
    private static final Program SERVER = Ground.server("large", Map.of());

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
    void memoryStaysFlat() throws IOException {
        var key = NewTenant.next().askUntilMade(SERVER.as(Ground.OPERATOR_KEY)).at("/apiKeys/live");
        var client = StreamVerse.builder().apiKey(key).baseUrl(SERVER.url()).build();
        var megabytes = new ArrayList<Long>();

        var asset = client.uploads()
                .upload(
                        film(),
                        UploadOptions.usual()
                                .withResumeFolder(null)
                                .withPieceBytes(PIECE)
                                .withProgress((sent, _) -> sample(megabytes, sent)));

        assertThat(client.assets().get(asset).bytes()).isEqualTo(BYTES);
        System.out.println("Live heap in MB while 5 GB arrived: " + megabytes);
        assertThat(megabytes.getLast()).isLessThan(highest(megabytes.subList(0, megabytes.size() / 4)) + 20);
    }

    private static void sample(List<Long> megabytes, long sent) {
        if (sent % PIECE == 0) {
            megabytes.add(Vitals.of(SERVER.pid(), 0).heapMegabytes());
        }
    }

    private static long highest(List<Long> megabytes) {
        return megabytes.stream().mapToLong(it -> it).max().orElseThrow();
    }

    /// Mostly a hole: what matters is how it is carried.
    private Path film() throws IOException {
        var film = folder.resolve("film.mp4");
        try (var file = FileChannel.open(film, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[1]), BYTES - 1);
        }
        return film;
    }
}
