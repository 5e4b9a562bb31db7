package io.streamverse.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The real jar, started as a person starts it: a process of its own, and what it says on its console.
public record Jar(Process process, Path console) implements AutoCloseable {
    static final Path TARGET = Path.of("target").toAbsolutePath();
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    static final List<String> COMMAND =
            List.of(JAVA, "-jar", TARGET.resolve("streamverse.jar").toString());
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    public static Jar start(Map<String, String> environment) {
        return start(environment, COMMAND);
    }

    static Jar start(Map<String, String> environment, List<String> command) {
        try {
            var console = Files.createTempFile("console", ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(console.toFile());
            builder.environment().keySet().removeIf(it -> it.startsWith("STREAMVERSE_") || it.endsWith("_OPTIONS"));
            builder.environment().put("STREAMVERSE_DEMO", "false");
            builder.environment().putAll(environment);
            return new Jar(builder.start(), console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> asNobody(List<String> command) {
        var all = new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        all.addAll(command);
        return all;
    }

    /// Only the loopback interface is there, and it is up.
    static List<String> withoutNetwork(List<String> command) {
        var all = new ArrayList<>(List.of("unshare", "--net", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh"));
        all.addAll(command);
        return all;
    }

    /// In a process group of its own, as a shell's job, and minding Ctrl-C though whoever runs the tests may not.
    static List<String> asJob(List<String> command) {
        var all = new ArrayList<>(List.of("setsid", "env", "--default-signal=INT"));
        all.addAll(command);
        return all;
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    public String said() {
        try {
            return Files.readString(console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public MatchResult await(String pattern) {
        var wanted = Pattern.compile(pattern);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var alive = process.isAlive();
            var found = wanted.matcher(said());
            if (found.find()) {
                return found.toMatchResult();
            }
            if (!alive) {
                break;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("It never said " + pattern + " but:\n" + said());
    }

    public Jar awaitReady() {
        await("Ctrl-C stops it\\.");
        return this;
    }

    /// The exit status, once it has ended by itself.
    int ended() {
        try {
            if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new AssertionError("It does not end, having said:\n" + said());
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted", e);
        }
    }

    /// As a terminal does: everything that a job started hears it.
    int interrupt() {
        try {
            new ProcessBuilder("kill", "-INT", "--", "-" + process.pid())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted", e);
        }
        return ended();
    }

    /// As service managers do.
    int stop() {
        process.destroy();
        return ended();
    }

    public void kill() {
        process.destroyForcibly();
        ended();
    }

    @Override
    public void close() {
        stop();
    }
}
