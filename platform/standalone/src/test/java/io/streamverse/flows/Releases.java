package io.streamverse.flows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder of releases to come: each changes a table of every tenant, and leaves a line there that says it ran.
final class Releases {
    private static final int FIRST = 1;
    private final Path folder = newFolder();
    private int last;

    Path folder() {
        return folder;
    }

    int last() {
        return last;
    }

    /// What a schema's version is then.
    String version() {
        return "20990101_%04d".formatted(last);
    }

    void next() {
        last++;
        var make = last == FIRST ? "CREATE TABLE wave (release int NOT NULL);" : "";
        write("V%s__branding_wave_%d.sql".formatted(version(), last), """
                %2$s
                ALTER TABLE branding ADD COLUMN wave_%1$d text NOT NULL DEFAULT 'of release %1$d';
                CREATE TABLE wave_%1$d (id text PRIMARY KEY);
                INSERT INTO wave VALUES (%1$d);
                SELECT pg_sleep(0.05);
                """.formatted(last, make));
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "releases").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String script) {
        try {
            var scripts = Files.createDirectories(folder.resolve("db/tenant"));
            Files.writeString(scripts.resolve(name), script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
