package io.streamverse.kernel.storage;

import io.streamverse.kernel.storage.StorageException.StorageFailed;
import io.streamverse.kernel.storage.StorageException.StorageFull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Work on files, with what can go wrong told in the storage's own words.
interface Attempt<T> {
    /// Linux's words for ENOSPC and EDQUOT. Java hands on no error number.
    List<String> FULL = List.of("No space left on device", "Disk quota exceeded");

    T run() throws IOException;

    static <T> T at(Path root, Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (IOException e) {
            throw translate(root, e);
        }
    }

    static StorageException translate(Path root, IOException e) {
        var message = String.valueOf(e.getMessage());
        if (FULL.stream().anyMatch(message::contains) || !hasRoomFor(root, 1)) {
            return new StorageFull(e);
        }
        return new StorageFailed("The storage failed", e);
    }

    static boolean hasRoomFor(Path root, long bytes) {
        try {
            return Files.getFileStore(root).getUsableSpace() >= bytes;
        } catch (IOException e) {
            throw new StorageFailed("The storage's folder cannot be read", e);
        }
    }
}
