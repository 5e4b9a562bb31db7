package io.streamverse.kernel.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A reader sees an object as it was before a write or after it, never between. Streams given are read, not closed.
public interface ObjectStore {
    StoredObject put(ObjectKey key, NewObject object, Expectation expected, InputStream content);

    default StoredObject put(ObjectKey key, NewObject object, InputStream content) {
        return put(key, object, Expectation.anything(), content);
    }

    /// The caller closes what is returned.
    ObjectContent get(ObjectKey key);

    ObjectContent get(ObjectKey key, Range range);

    /// Of objects known to be small.
    default byte[] read(ObjectKey key) {
        try (var content = get(key)) {
            return content.stream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StoredObject head(ObjectKey key);

    /// Where objects are files of this machine: the one whose first bytes are the object's. Whether it is there shows
    /// when it is opened.
    default Optional<Path> file(ObjectKey key) {
        return Optional.empty();
    }

    /// What is already gone stays gone.
    void delete(ObjectKey key);

    /// In the order of the keys' UTF-8 bytes; `after` is the `next` of the page before.
    ObjectPage list(String prefix, @Nullable String after, int limit);

    MultipartUpload begin(ObjectKey key, NewObject object);

    /// Parts come in any order and may come again; the last one under a number counts.
    UploadedPart uploadPart(MultipartUpload upload, int number, Expectation expected, InputStream content);

    /// May be repeated: a finished upload answers with its object again.
    StoredObject complete(MultipartUpload upload, List<UploadedPart> parts);

    void abort(MultipartUpload upload);

    /// Removes what crashed writers and abandoned uploads left untouched for that long; answers how many there were.
    int sweep(Duration untouchedFor);

    /// An address for GET and HEAD that needs no other credential.
    URI signGet(ObjectKey key, Duration validFor);

    /// For no more than so many bytes; stores in the cloud demand exactly so many.
    URI signPut(ObjectKey key, Duration validFor, long bytes);

    URI signPart(MultipartUpload upload, int number, Duration validFor, long bytes);
}
