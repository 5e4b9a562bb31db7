package io.streamverse.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The folder all engines keep their data in: locked while in use, and marked with the versions that wrote it.
final class DataFolder implements AutoCloseable {
    static final int VERSION = 1;
    private static final long ROOM_TO_SET_UP = 300L << 20;
    private static final long ROOM_TO_RUN = 64L << 20;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static DataFolder open(Path wanted) {
        var folder = locked(wanted);
        try {
            folder.checkRoom();
            folder.checkVersion();
            return folder;
        } catch (RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    static DataFolder locked(Path wanted) {
        try {
            var path = Files.createDirectories(wanted.toAbsolutePath()).toRealPath();
            return new DataFolder(path, lock(path));
        } catch (IOException failure) {
            throw EngineFailure.at(wanted.toAbsolutePath(), failure);
        }
    }

    Path path() {
        return path;
    }

    /// A folder of one engine's, for nobody else's eyes.
    Path privateFolder(String name) {
        return Folders.create(path.resolve(name), "rwx------");
    }

    /// A folder that a server running as another user walks through to what is its own.
    Path passableFolder(String name) {
        return Folders.create(path.resolve(name), "rwx--x--x");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // Held by this very JVM: no different for the one who asks.
        }
        channel.close();
        throw new EngineFailure(
                "Another StreamVerse is running on %s: stop that one or name another data folder.".formatted(path));
    }

    private void checkRoom() {
        var needed = Files.exists(marker()) ? ROOM_TO_RUN : ROOM_TO_SET_UP;
        var free = path.toFile().getUsableSpace();
        if (free < needed) {
            throw new EngineFailure(
                    "The disk that holds %s is full, with %d MB free where %d MB are needed: free some space and start again."
                            .formatted(path, free >> 20, needed >> 20));
        }
    }

    private void checkVersion() {
        var marker = marker();
        var current = "data=%d\npostgres=%s\n".formatted(VERSION, EmbeddedPostgres.MAJOR_VERSION);
        if (!Files.exists(marker)) {
            Folders.write(marker, current, "rw-r--r--");
        }
        var written = Folders.read(marker);
        if (!written.equals(current)) {
            throw new EngineFailure(
                    "%s was written by another release (%s, this one has %s): start that release or name another data folder."
                            .formatted(path, onOneLine(written), onOneLine(current)));
        }
    }

    private static String onOneLine(String marker) {
        return marker.strip()
                .replace("\n", ", ")
                .replace("data=", "data version ")
                .replace("postgres=", "PostgreSQL ");
    }

    private Path marker() {
        return path.resolve("version");
    }
}
