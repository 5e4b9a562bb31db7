package io.streamverse.kernel.storage;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.streamverse.kernel.storage.NewObject.Existing;
import io.streamverse.kernel.storage.StorageException.ObjectNotFound;
import io.streamverse.kernel.storage.StorageException.PreconditionFailed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Finished objects: one file each.
final class LocalObjects {
    private final Path root;
    private final LocalFiles files;
    private final InstantSource clock;

    LocalObjects(Path root, LocalFiles files, InstantSource clock) {
        this.root = root;
        this.files = files;
        this.clock = clock;
    }

    interface Content {
        /// Answers the etag.
        String writeTo(FileChannel file) throws IOException;
    }

    StoredObject write(ObjectKey key, NewObject object, Content content) throws IOException {
        var target = KeyPaths.resolve(root, key);
        if (object.existing() == Existing.REFUSE && Files.exists(target, NOFOLLOW_LINKS)) {
            throw new PreconditionFailed(key);
        }
        try {
            return files.write(target, object.existing(), file -> {
                var etag = content.writeTo(file);
                var trailer = new ObjectFile.Trailer(etag, object.contentType(), object.metadata(), clock.millis());
                var written = new ObjectFile(file, file.position(), trailer);
                ObjectFile.seal(file, trailer);
                return written.describe(key);
            });
        } catch (FileAlreadyExistsException e) {
            throw new PreconditionFailed(key);
        }
    }

    /// No link leads there.
    Path path(ObjectKey key) throws IOException {
        var path = KeyPaths.resolve(root, key);
        try {
            LocalFiles.requireNoLinks(LocalFiles.parentOf(path));
            return path;
        } catch (NoSuchFileException e) {
            throw new ObjectNotFound(key);
        }
    }

    /// The caller closes it.
    ObjectFile find(ObjectKey key) throws IOException {
        try {
            return ObjectFile.open(path(key));
        } catch (NoSuchFileException e) {
            throw new ObjectNotFound(key);
        }
    }

    ObjectContent read(ObjectKey key, LongFunction<Range.Span> range) throws IOException {
        var file = find(key);
        try {
            var span = range.apply(file.bytes());
            return new ObjectContent(file.describe(key), span, new FileSlice(file.channel(), span));
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    StoredObject describe(ObjectKey key) throws IOException {
        try (var file = find(key)) {
            return file.describe(key);
        }
    }

    void delete(ObjectKey key) throws IOException {
        LocalFiles.delete(KeyPaths.resolve(root, key), root);
    }

    ObjectPage list(String prefix, @Nullable String after, int limit) throws IOException {
        return new KeyWalk(prefix, after, limit).page(root);
    }
}
