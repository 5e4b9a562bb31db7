package io.streamverse.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A stand-in in a process of its own, told to stop by closing its input.
final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final List<Long> engines;

    private ChildJvm(Process process, List<Long> engines) {
        this.process = process;
        this.engines = engines;
    }

    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    static ChildJvm serving(String classPath, List<String> prefix, Path folder, String... word) throws IOException {
        var process = start(classPath, prefix, folder, word);
        var line = verdict(process);
        if (!line.startsWith("serving ")) {
            throw new AssertionError(line);
        }
        return new ChildJvm(
                process,
                List.of(line.substring("serving ".length()).split(" ", 2)).stream()
                        .map(Long::valueOf)
                        .toList());
    }

    static String failing(String classPath, List<String> prefix, Path folder) throws IOException {
        return verdict(start(classPath, prefix, folder));
    }

    List<Long> engines() {
        return engines;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }

    private static Process start(String classPath, List<String> prefix, Path folder, String... word)
            throws IOException {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                StandIn.class.getName(),
                folder.toString()));
        command.addAll(List.of(word));
        return new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectError(Redirect.INHERIT)
                .start();
    }

    private static String verdict(Process process) {
        try {
            return process.inputReader()
                    .lines()
                    .filter(line -> line.startsWith("serving ") || line.startsWith("failed "))
                    .findFirst()
                    .orElse("ended without a word");
        } catch (UncheckedIOException failure) {
            throw new AssertionError(failure);
        }
    }
}
