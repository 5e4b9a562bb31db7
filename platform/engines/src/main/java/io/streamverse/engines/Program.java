package io.streamverse.engines;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Programs outside this JVM: run to their end, started to stay, or found again by their command line.
final class Program {
    private static final Duration POLL = Duration.ofMillis(10);

    /// The exit status and all that was said.
    record Outcome(int status, String said) {
        boolean succeeded() {
            return status == 0;
        }
    }

    private Program() {}

    static Outcome run(List<String> command, Path workingFolder) {
        try {
            var process = builder(command, workingFolder).start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), said);
        } catch (IOException failure) {
            throw cannotRun(command, failure);
        } catch (InterruptedException failure) {
            throw interrupted(command, failure);
        }
    }

    /// In a session of its own, so that Ctrl-C in a terminal reaches only this JVM, which then stops it in order.
    static Process start(List<String> command, Path workingFolder, Path log) {
        var detached = new ArrayList<>(List.of("setsid"));
        detached.addAll(command);
        try {
            return builder(detached, workingFolder)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(Redirect.to(log.toFile()))
                    .start();
        } catch (IOException failure) {
            throw cannotRun(detached, failure);
        }
    }

    /// As `start`, but its input ends when this JVM does, and names of files are UTF-8.
    static Process startBound(List<String> command, Path workingFolder, Path log) {
        var detached = new ArrayList<>(List.of("setsid"));
        detached.addAll(command);
        var builder = builder(detached, workingFolder).redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            return builder.start();
        } catch (IOException failure) {
            throw cannotRun(detached, failure);
        }
    }

    /// The command line of a running process; empty when there is none, or when it is over and only not yet reaped.
    static List<String> commandOf(long pid) {
        try {
            var line = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
            return line.isEmpty() ? List.of() : List.of(line.split("\0"));
        } catch (IOException _) {
            return List.of();
        }
    }

    static boolean endsWithin(long pid, Duration patience) {
        var command = commandOf(pid);
        var deadline = System.nanoTime() + patience.toNanos();
        while (!command.isEmpty() && commandOf(pid).equals(command)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    static void pause() {
        LockSupport.parkNanos(POLL.toNanos());
    }

    private static ProcessBuilder builder(List<String> command, Path workingFolder) {
        var builder =
                new ProcessBuilder(command).directory(workingFolder.toFile()).redirectErrorStream(true);
        var path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        return builder;
    }

    private static EngineFailure cannotRun(List<String> command, IOException failure) {
        return new EngineFailure(
                "%s cannot be run (%s): install it (setsid and setpriv come with util-linux) and start again."
                        .formatted(command.getFirst(), failure.getMessage()),
                failure);
    }

    private static EngineFailure interrupted(List<String> command, InterruptedException failure) {
        Thread.currentThread().interrupt();
        return new EngineFailure("Running %s was interrupted: start again.".formatted(command.getFirst()), failure);
    }
}
