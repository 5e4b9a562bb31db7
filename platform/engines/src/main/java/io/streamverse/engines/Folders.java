package io.streamverse.engines;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Files and folders that are whole or not there at all, with the permissions asked for whatever the umask.
final class Folders {
    private static final String UNFINISHED = ".part-";

    /// Puts something together at the place it is given.
    interface Making {
        void at(Path place) throws IOException;
    }

    private Folders() {}

    static Path create(Path folder, String permissions) {
        try {
            return allow(Files.createDirectories(folder), permissions);
        } catch (IOException failure) {
            throw EngineFailure.at(folder, failure);
        }
    }

    static Path allow(Path place, String permissions) throws IOException {
        return Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(permissions));
    }

    /// Makes what is not there yet beside its place and moves it there when it is whole.
    static Path once(Path place, Making making) {
        if (Files.exists(place)) {
            return place;
        }
        try {
            deleteUnfinished(place);
            return replace(place, making);
        } catch (IOException failure) {
            throw EngineFailure.at(place, failure);
        }
    }

    static Path write(Path place, String text, String permissions) {
        var wanted = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
        try {
            return replace(place, unfinished -> {
                Files.createFile(unfinished, wanted);
                Files.writeString(allow(unfinished, permissions), text);
            });
        } catch (IOException failure) {
            throw EngineFailure.at(place, failure);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw EngineFailure.at(file, failure);
        }
    }

    static void delete(Path place) throws IOException {
        if (Files.exists(place)) {
            Files.walkFileTree(place, new Deletion());
        }
    }

    private static Path replace(Path place, Making making) throws IOException {
        var unfinished = place.resolveSibling(place.getFileName() + UNFINISHED + UUID.randomUUID());
        try {
            making.at(unfinished);
            return Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(unfinished);
        }
    }

    private static void deleteUnfinished(Path place) throws IOException {
        try (var leftovers = Files.newDirectoryStream(place.getParent(), place.getFileName() + UNFINISHED + "*")) {
            for (var leftover : leftovers) {
                delete(leftover);
            }
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
