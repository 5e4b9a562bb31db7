package io.streamverse.flows;

import static java.util.stream.Collectors.joining;

import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Server or billing in a JVM of its own, on a port that it keeps, killed and started again as a test likes.
final class Program {
    private static final String JAR = "target/streamverse.jar";
    private final String name;
    private final String mainClass;
    private final Map<String, String> environment;
    private final int port = FreePort.find();
    private String classPath = Stream.concat(Stream.of(JAR), beside()).collect(joining(File.pathSeparator));
    private @Nullable Process process;

    Program(String name, String mainClass, Map<String, String> environment) {
        this.name = name;
        this.mainClass = mainClass;
        this.environment = new HashMap<>(environment);
        this.environment.put("MICRONAUT_SERVER_PORT", String.valueOf(port));
        this.environment.put("MANAGEMENT_PORT", "-1");
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::kill));
    }

    /// What the jar does not bring: the rehearsed cache is good for a class path that begins with it.
    private static Stream<String> beside() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(it -> !it.endsWith("target/classes"))
                .filter(it -> !Files.exists(
                        Path.of("target/lib", Path.of(it).getFileName().toString())));
    }

    /// With this folder of resources beside its own.
    Program with(Path more) {
        classPath += File.pathSeparator + more;
        return this;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Api as(String key) {
        return new Api(url(), key);
    }

    /// Starts it where it does not run, and answers when it is ready.
    void up() {
        begin();
        awaitReady();
    }

    void begin() {
        if (process != null && process.isAlive()) {
            return;
        }
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:AOTCache=target/streamverse.aot",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classPath,
                        mainClass))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", name + ".log").toFile()));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        Eventually.is(name + " is ready; see target/" + name + ".log", this::ready);
    }

    long pid() {
        if (process == null) {
            throw new IllegalStateException(name + " does not run");
        }
        return process.pid();
    }

    /// SIGKILL; answers when the process is gone.
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /// SIGTERM; answers when the process is gone.
    void stop() {
        if (process != null) {
            process.destroy();
            process.onExit().join();
        }
    }

    private boolean ready() {
        if (process == null || !process.isAlive()) {
            throw new AssertionError(name + " has ended; see target/" + name + ".log");
        }
        try {
            return as("nobody").get("/health/ready").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
