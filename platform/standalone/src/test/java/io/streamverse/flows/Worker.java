package io.streamverse.flows;

import io.streamverse.testkit.Ffmpeg;
import java.nio.file.Path;
import java.util.HashMap;

/// A worker in a JVM of its own, and the FFmpeg that it brings along.
final class Worker {
    private final Path folder;
    final Program program;

    Worker(String name, Program server) {
        folder = Path.of("target", "flows", name).toAbsolutePath();
        var environment = new HashMap<String, String>();
        environment.put("WORKER_SERVER_URL", server.url().toString());
        environment.put("WORKER_KEY", Ground.WORKERS_KEY);
        environment.put("WORKER_NAME", name);
        environment.put("WORKER_FOLDER", folder.toString());
        program = new Program(name, "io.streamverse.worker.Main", environment);
    }

    /// A moving picture of so many seconds, quickly made.
    Path film(Path film, String size, int rate, int seconds) {
        var picture = "testsrc2=size=%s:rate=%d:duration=%d".formatted(size, rate, seconds);
        ffmpeg("-f", "lavfi", "-i", picture, "-c:v", "libx264", "-preset", "ultrafast", "-g", "40", film.toString());
        return film;
    }

    void ffmpeg(String... arguments) {
        new Ffmpeg(folder).run(arguments);
    }
}
