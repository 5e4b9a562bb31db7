package io.streamverse.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// PostgreSQL's own note of the server on its data; it stays behind when the server is killed.
record PostmasterFile(Path file, long pid, int port) {
    private static final int PORT_LINE = 3;

    static Optional<PostmasterFile> in(Path data) {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Folders.read(file).lines().toList();
        if (lines.size() > PORT_LINE) {
            return Optional.of(
                    new PostmasterFile(file, Long.parseLong(lines.getFirst()), Integer.parseInt(lines.get(PORT_LINE))));
        }
        new PostmasterFile(file, 0, 0).delete();
        return Optional.empty();
    }

    /// With the notes on its sockets, which would keep the next from starting just so.
    void delete() {
        try (var locks = Files.newDirectoryStream(file.resolveSibling(""), ".s.PGSQL.*.lock")) {
            for (var lock : locks) {
                Files.deleteIfExists(lock);
            }
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw EngineFailure.at(file, failure);
        }
    }
}
