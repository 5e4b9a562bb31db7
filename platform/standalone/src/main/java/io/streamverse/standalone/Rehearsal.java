package io.streamverse.standalone;

import io.streamverse.engines.Engines;
import io.streamverse.kernel.app.StartFailure;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// A start on an empty folder for the JVM to learn from: the classes that it loaded and linked, and what its methods
/// did, lie in a file beside the jar afterwards, with which later starts take two thirds of the time (JEP 514).
final class Rehearsal {
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Path JAR = jar();
    private static final Path CACHE = JAR.resolveSibling("streamverse.aot");

    private Rehearsal() {}

    /// Nothing where the jar, or one of those it is made of, has been built since.
    static Optional<Path> cache() {
        var made = CACHE.toFile().lastModified();
        return Stream.concat(Stream.of(JAR.toFile()), libraries()).allMatch(it -> it.lastModified() < made)
                ? Optional.of(CACHE)
                : Optional.empty();
    }

    private static Stream<File> libraries() {
        var files = JAR.resolveSibling("lib").toFile().listFiles();
        return files == null ? Stream.empty() : Stream.of(files);
    }

    static Path hold() {
        return cache().orElseGet(() -> {
            try {
                var folder = Files.createTempDirectory("streamverse-rehearsal");
                startAndStop(folder);
                Engines.discard(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return cache().orElseThrow(() -> new StartFailure("The rehearsal left no %s behind.".formatted(CACHE)));
        });
    }

    private static void startAndStop(Path folder) throws IOException {
        var builder =
                new ProcessBuilder(JAVA, "-XX:AOTCacheOutput=" + CACHE, "-Xlog:aot=error", "-jar", JAR.toString());
        var environment = builder.environment();
        environment.keySet().removeIf(it -> it.startsWith("STREAMVERSE_"));
        environment.put("STREAMVERSE_DATA", folder.toString());
        environment.put("STREAMVERSE_PORT", "0");
        environment.put("STREAMVERSE_DEMO", "false");
        var process = builder.redirectErrorStream(true).start();
        try (var said = process.inputReader()) {
            said.lines()
                    .peek(System.out::println)
                    .filter(Banner::isLast)
                    .forEach(_ -> process.toHandle().destroy());
        } finally {
            process.toHandle().destroy();
            process.onExit().join();
        }
    }

    private static Path jar() {
        try {
            return Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
