package io.streamverse.kernel.storage;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.streamverse.kernel.storage.NewObject.Existing;
import io.streamverse.kernel.storage.StorageException.StorageFailed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/// Whole files or none: written aside, synced, then moved to where readers look.
final class LocalFiles {
    private static final int TRIES = 100;

    private final Path temps;

    LocalFiles(Path temps) {
        this.temps = temps;
    }

    interface Filling<T> {
        T fill(FileChannel file) throws IOException;
    }

    <T> T write(Path target, Existing existing, Filling<T> filling) throws IOException {
        var temp = temps.resolve(UUID.randomUUID().toString());
        try {
            T result;
            try (var file = FileChannel.open(temp, CREATE_NEW, WRITE)) {
                result = filling.fill(file);
                file.force(true);
            }
            publish(temp, target, existing);
            return result;
        } finally {
            Files.deleteIfExists(temp);
        }
    }

    /// What writers left behind that were killed.
    int sweep(Instant before) throws IOException {
        var swept = 0;
        try (var left = Files.newDirectoryStream(temps, file -> isUntouched(file, before))) {
            for (var file : left) {
                swept += Files.deleteIfExists(file) ? 1 : 0;
            }
        }
        return swept;
    }

    static boolean isUntouched(Path path, Instant since) throws IOException {
        try {
            return Files.getLastModifiedTime(path, NOFOLLOW_LINKS).toInstant().isBefore(since);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static void publish(Path temp, Path target, Existing existing) throws IOException {
        for (var left = TRIES; ; left--) {
            try {
                ensureFolder(parentOf(target));
                switch (existing) {
                    case REPLACE -> Files.move(temp, target, StandardCopyOption.ATOMIC_MOVE);
                    case REFUSE -> Files.createLink(target, temp);
                }
                break;
            } catch (NoSuchFileException e) {
                // A delete has pruned the folder between our two steps.
                if (left == 0) {
                    throw e;
                }
            }
        }
        sync(parentOf(target));
    }

    static void delete(Path file, Path root) throws IOException {
        var folder = parentOf(file);
        if (!Files.isDirectory(folder)) {
            return;
        }
        requireNoLinks(folder);
        if (Files.deleteIfExists(file)) {
            sync(folder);
            prune(folder, root);
        }
    }

    static Path openFolder(Path folder) throws IOException {
        return Files.createDirectories(folder).toRealPath();
    }

    static void ensureFolder(Path folder) throws IOException {
        createFolders(folder);
        requireNoLinks(folder);
    }

    /// Keys cannot name a symbolic link, but somebody with a shell can plant one.
    static void requireNoLinks(Path folder) throws IOException {
        if (!folder.toRealPath().equals(folder)) {
            throw new StorageFailed("A symbolic link stands where a folder of the storage should be", null);
        }
    }

    static Path parentOf(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    static String nameOf(Path path) {
        return Objects.requireNonNull(path.getFileName()).toString();
    }

    private static void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder, NOFOLLOW_LINKS)) {
            return;
        }
        createFolders(parentOf(folder));
        try {
            Files.createDirectory(folder);
            sync(parentOf(folder));
        } catch (FileAlreadyExistsException e) {
            // Another writer was quicker.
        }
    }

    private static void prune(Path folder, Path root) throws IOException {
        try {
            for (var empty = folder; !empty.equals(root); empty = parentOf(empty)) {
                Files.delete(empty);
            }
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            // In use, or pruned by another delete.
        }
    }

    /// Makes names durable, as force does for contents. A folder that is gone needs it no more.
    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        } catch (NoSuchFileException e) {
            // Pruned since.
        }
    }
}
