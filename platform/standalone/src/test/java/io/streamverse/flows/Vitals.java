package io.streamverse.flows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a process holds on to: live objects after a full collection, open files and sockets, database connections.
record Vitals(long heapMegabytes, long files, int connections) {
    static Vitals of(long pid, int connections) {
        return new Vitals(liveMegabytes(pid), files(pid), connections);
    }

    private static long liveMegabytes(long pid) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin/jcmd").toString();
        try {
            var histogram = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram").start();
            var total = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(it -> it.startsWith("Total"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(total.trim().split("\\s+")[2]) >> 20;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long files(long pid) {
        try (var open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
