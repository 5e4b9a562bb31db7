package io.streamverse.kernel.storage;

import io.streamverse.kernel.storage.StorageException.StorageFailed;
import io.streamverse.kernel.storage.StorageException.StorageFull;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A directory. Several processes may share it. Its signed addresses are served by the server's objects room.
public final class LocalObjectStore implements ObjectStore {
    private static final int MAX_PAGE = 1_000;

    private final Path root;
    private final LocalFiles files;
    private final LocalObjects objects;
    private final LocalUploads uploads;
    private final AddressSigner signer;
    private final InstantSource clock;

    /// The secret signs addresses: at least 32 bytes, the same on every server.
    public LocalObjectStore(Path root, byte[] secret, InstantSource clock) {
        this.signer = new AddressSigner(secret, clock);
        this.clock = clock;
        this.root = folder(root);
        this.files = new LocalFiles(folder(this.root.resolve("temp")));
        this.objects = new LocalObjects(folder(this.root.resolve("objects")), files, clock);
        this.uploads = new LocalUploads(folder(this.root.resolve("uploads")), files, objects);
    }

    @Override
    public StoredObject put(ObjectKey key, NewObject object, Expectation expected, InputStream content) {
        requireRoomFor(expected.atLeast());
        return attempt(() -> objects.write(key, object, file -> Intake.copy(content, file, expected)));
    }

    @Override
    public ObjectContent get(ObjectKey key) {
        return attempt(() -> objects.read(key, bytes -> new Range.Span(0, bytes)));
    }

    @Override
    public ObjectContent get(ObjectKey key, Range range) {
        return attempt(() -> objects.read(key, range::within));
    }

    @Override
    public StoredObject head(ObjectKey key) {
        return attempt(() -> objects.describe(key));
    }

    @Override
    public Optional<Path> file(ObjectKey key) {
        return Optional.of(attempt(() -> objects.path(key)));
    }

    @Override
    public void delete(ObjectKey key) {
        attempt(() -> {
            objects.delete(key);
            return key;
        });
    }

    @Override
    public ObjectPage list(String prefix, @Nullable String after, int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("A page has 1 to %d objects".formatted(MAX_PAGE));
        }
        return attempt(() -> objects.list(prefix, after, limit));
    }

    @Override
    public MultipartUpload begin(ObjectKey key, NewObject object) {
        return attempt(() -> uploads.begin(key, object));
    }

    @Override
    public UploadedPart uploadPart(MultipartUpload upload, int number, Expectation expected, InputStream content) {
        UploadedPart.requireNumber(number);
        requireRoomFor(expected.atLeast());
        return attempt(() -> uploads.add(upload, number, expected, content));
    }

    @Override
    public StoredObject complete(MultipartUpload upload, List<UploadedPart> parts) {
        UploadedPart.requireAscending(parts);
        return attempt(() -> uploads.complete(upload, parts));
    }

    @Override
    public void abort(MultipartUpload upload) {
        attempt(() -> {
            uploads.remove(upload);
            return upload;
        });
    }

    @Override
    public int sweep(Duration untouchedFor) {
        var before = clock.instant().minus(untouchedFor);
        return attempt(() -> files.sweep(before) + uploads.sweep(before));
    }

    @Override
    public URI signGet(ObjectKey key, Duration validFor) {
        return signer.sign(new Grant.Read(key), validFor);
    }

    @Override
    public URI signPut(ObjectKey key, Duration validFor, long bytes) {
        return signer.sign(new Grant.Write(key, bytes), validFor);
    }

    @Override
    public URI signPart(MultipartUpload upload, int number, Duration validFor, long bytes) {
        return signer.sign(new Grant.WritePart(upload, number, bytes), validFor);
    }

    /// The query as it stands in the address, undecoded.
    public Grant verify(ObjectKey key, String query) {
        return signer.verify(key, query);
    }

    private <T> T attempt(Attempt<T> attempt) {
        return Attempt.at(root, attempt);
    }

    private void requireRoomFor(long bytes) {
        if (!Attempt.hasRoomFor(root, bytes)) {
            throw new StorageFull(null);
        }
    }

    private static Path folder(Path path) {
        try {
            return LocalFiles.openFolder(path);
        } catch (IOException e) {
            throw new StorageFailed("The storage cannot keep its files in " + path, e);
        }
    }
}
