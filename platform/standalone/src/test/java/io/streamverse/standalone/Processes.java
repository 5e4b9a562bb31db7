package io.streamverse.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The processes that work on one data folder, and those they started.
record Processes(List<ProcessHandle> all) {
    static Processes on(Path data, ProcessHandle... more) {
        var roots = ProcessHandle.allProcesses().filter(it -> commandLine(it).contains(data.toString()));
        return new Processes(Stream.concat(roots, Stream.of(more))
                .flatMap(it -> Stream.concat(Stream.of(it), it.descendants()))
                .distinct()
                .toList());
    }

    /// What they take of the machine, with shared pages counted once.
    long megabytes() {
        return all.stream().mapToLong(Processes::kilobytes).sum() / 1024;
    }

    private static long kilobytes(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"))) {
            return lines.filter(it -> it.startsWith("Pss:"))
                    .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException e) {
            return "";
        }
    }
}
