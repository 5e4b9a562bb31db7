package io.streamverse.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/// The FFmpeg that a worker has unpacked somewhere below its folder, for films that tests need.
public record Ffmpeg(Path folder) {
    public void run(String... arguments) {
        try (var files = Files.walk(folder)) {
            var tool = files.filter(it -> it.endsWith("ffmpeg")).findFirst().orElseThrow();
            var command = Stream.concat(
                            Stream.of(tool.toString(), "-nostdin", "-v", "error", "-y"), Stream.of(arguments))
                    .toList();
            var process = new ProcessBuilder(command).inheritIO();
            process.environment()
                    .put(
                            "LD_LIBRARY_PATH",
                            Objects.requireNonNull(tool.getParent()).toString());
            if (process.start().waitFor() != 0) {
                throw new AssertionError("FFmpeg failed: " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
