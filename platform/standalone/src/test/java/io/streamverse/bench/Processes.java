package io.streamverse.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What Linux says of a process and all its descendants.
record Processes(List<ProcessHandle> all) {
    private static final int TICKS_A_SECOND = 100;

    static Processes of(ProcessHandle root) {
        return new Processes(Stream.concat(Stream.of(root), root.descendants()).toList());
    }

    Processes named(String program) {
        return new Processes(
                all.stream().filter(it -> name(it.pid()).equals(program)).toList());
    }

    /// Processor time used so far, of those that are still there.
    double cpuSeconds() {
        return all.stream().mapToLong(it -> ticks(it.pid())).sum() / (double) TICKS_A_SECOND;
    }

    /// Proportional set size: memory shared with others counts by its share.
    long megabytes() {
        return all.stream().mapToLong(it -> kilobytes(it.pid())).sum() / 1024;
    }

    private static long ticks(long pid) {
        var fields = read(pid, "stat").replaceFirst(".*\\) ", "").split(" ");
        return fields.length < 13 ? 0 : Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private static long kilobytes(long pid) {
        return read(pid, "smaps_rollup")
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static String name(long pid) {
        return read(pid, "comm").strip();
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), file));
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
