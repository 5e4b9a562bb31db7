package io.streamverse.server.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.testkit.FreePort;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client that most pages use, from npm, driven by node.
class TusJsIT {
    private static final int PORT = FreePort.find();
    private static final Map<String, Object> SETTINGS =
            Map.of("uploads.part-size", 100_000, "micronaut.server.port", PORT);
    private static final Stage STAGE = Stage.alone(SETTINGS);
    private static final URI ENDPOINT = URI.create("http://127.0.0.1:%d/v1/uploads".formatted(PORT));
    private final TestTenant tenant = STAGE.tenant();
    private final byte[] bytes = new byte[730_000];

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        new Random(2).nextBytes(bytes);
        Files.write(folder.resolve("film.mp4"), bytes);
    }

    @AfterAll
    static void stop() {
        STAGE.close();
    }

    @Test
    void itUploadsAFile() throws Exception {
        assertThat(stored(node("whole"))).isEqualTo(bytes);
    }

    @Test
    void itUploadsInParallel() throws Exception {
        assertThat(stored(node("parallel"))).isEqualTo(bytes);
    }

    @Test
    void itGoesOnAfterAPauseAndARestartOfTheServer() throws Exception {
        assertThat(node("pause")).isEqualTo("paused");
        STAGE.restart(SETTINGS);

        assertThat(stored(node("resume"))).isEqualTo(bytes);
    }

    private String node(String mode) throws Exception {
        var script = Path.of("src/test/resources/tus/upload.mjs").toAbsolutePath();
        var node = new ProcessBuilder(
                        "node",
                        script.toString(),
                        mode,
                        ENDPOINT.toString(),
                        tenant.liveKey(),
                        folder.resolve("film.mp4").toString(),
                        folder.resolve("notes.json").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(node.waitFor()).as(said).isZero();
        return said;
    }

    private byte[] stored(String asset) throws IOException {
        var key = new ObjectKey("%s/live/originals/%s/1".formatted(tenant.id(), asset));
        try (var content = STAGE.server()
                .getApplicationContext()
                .getBean(ObjectStore.class)
                .get(key)) {
            return content.stream().readAllBytes();
        }
    }
}
