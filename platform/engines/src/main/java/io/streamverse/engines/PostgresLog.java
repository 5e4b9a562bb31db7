package io.streamverse.engines;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What PostgreSQL says until its log collector runs, and in the collector's weekly round of files after that.
record PostgresLog(Path beforeCollector, Path collected) {
    private static final List<String> COMPLAINTS = List.of("error:", "FATAL:", "HINT:");

    /// The last reason a server gave for ending, or all it said where it gave none.
    String complaint() {
        return Stream.concat(newestCollected(), lines(beforeCollector))
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .reduce((_, later) -> later)
                .map(line -> line.replaceFirst(".*(FATAL|PANIC):\\s*", ""))
                .orElseGet(() -> lines(beforeCollector).collect(joining(" ")));
    }

    /// What went wrong in all that a program said.
    static String complaints(String said) {
        var complaints = said.lines()
                .filter(line -> COMPLAINTS.stream().anyMatch(line::contains))
                .collect(joining(" "));
        return complaints.isEmpty() ? said : complaints;
    }

    private Stream<String> newestCollected() {
        if (!Files.isDirectory(collected)) {
            return Stream.empty();
        }
        try (var files = Files.list(collected)) {
            return files.max(Comparator.comparingLong(file -> file.toFile().lastModified())).stream()
                    .flatMap(PostgresLog::lines);
        } catch (IOException failure) {
            throw EngineFailure.at(collected, failure);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines();
        } catch (IOException failure) {
            throw EngineFailure.at(file, failure);
        }
    }
}
