package io.streamverse.worker.encode;

import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.WorkFailure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What this machine can really encode with: a build that lists an encoder may lack the device, the driver or the
/// licence for it, so each has to encode a few frames first.
@Singleton
public final class Encoders {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> GPU_NAME = List.of("nvidia-smi", "--query-gpu=name", "--format=csv,noheader");
    private final Tools tools;

    Encoders(Tools tools) {
        this.tools = tools;
    }

    /// Takes about a second: ask once.
    public List<Encoder> usable() throws WorkFailure, InterruptedException {
        var usable = new ArrayList<Encoder>();
        for (var recipe : Recipe.all()) {
            if (works(recipe)) {
                usable.add(new Encoder(recipe.codec(), recipe.accelerator(), recipe.bits()));
            }
        }
        return List.copyOf(usable);
    }

    /// The name of the first graphics card, where there is one.
    public Optional<String> gpu() throws InterruptedException {
        try {
            var process = new ProcessBuilder(GPU_NAME).redirectErrorStream(true).start();
            try (var said = process.inputReader()) {
                var name = said.readLine();
                var ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                return ended && process.exitValue() == 0 ? Optional.ofNullable(name) : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private boolean works(Recipe recipe) throws WorkFailure, InterruptedException {
        var input = List.of("-v", "error", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=30:duration=0.2");
        var arguments = Stream.of(
                        input,
                        List.of("-pix_fmt", recipe.pixelFormat()),
                        recipe.options(200, 300, 60),
                        List.of("-f", "null", "-"))
                .flatMap(List::stream)
                .toList();
        return tools.ffmpeg(arguments).within(PATIENCE).run().done();
    }
}
