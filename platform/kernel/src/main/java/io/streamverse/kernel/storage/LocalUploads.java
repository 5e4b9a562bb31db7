package io.streamverse.kernel.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamverse.kernel.storage.NewObject.Existing;
import io.streamverse.kernel.storage.StorageException.ContentMismatch;
import io.streamverse.kernel.storage.StorageException.ObjectNotFound;
import io.streamverse.kernel.storage.StorageException.PreconditionFailed;
import io.streamverse.kernel.storage.StorageException.UploadNotFound;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// Open uploads: a folder each, with a manifest and the parts that have come.
final class LocalUploads {
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final String MANIFEST = "manifest.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;
    private final LocalFiles files;
    private final LocalObjects objects;

    LocalUploads(Path root, LocalFiles files, LocalObjects objects) {
        this.root = root;
        this.files = files;
        this.objects = objects;
    }

    private record Manifest(String key, NewObject object) {}

    MultipartUpload begin(ObjectKey key, NewObject object) throws IOException {
        var upload = new MultipartUpload(key, UUID.randomUUID().toString());
        var manifest = ByteBuffer.wrap(JSON.writeValueAsBytes(new Manifest(key.value(), object)));
        return files.write(folder(upload).resolve(MANIFEST), Existing.REFUSE, file -> {
            while (manifest.hasRemaining()) {
                file.write(manifest);
            }
            return upload;
        });
    }

    private NewObject objectOf(MultipartUpload upload) throws IOException {
        try {
            var manifest = JSON.readValue(Files.readAllBytes(folder(upload).resolve(MANIFEST)), Manifest.class);
            if (manifest.key.equals(upload.key().value())) {
                return manifest.object;
            }
        } catch (NoSuchFileException e) {
            // Told below.
        }
        throw new UploadNotFound(upload);
    }

    UploadedPart add(MultipartUpload upload, int number, Expectation expected, InputStream content) throws IOException {
        objectOf(upload);
        return files.write(part(upload, number), Existing.REPLACE, file -> {
            var part = new UploadedPart(number, Intake.copy(content, file, expected));
            ObjectFile.seal(file, new ObjectFile.Trailer(part.etag(), "", Map.of(), 0));
            return part;
        });
    }

    StoredObject complete(MultipartUpload upload, List<UploadedPart> parts) throws IOException {
        var etag = etag(upload, parts);
        try {
            var object = objects.write(upload.key(), objectOf(upload), file -> {
                join(upload, parts, file);
                return etag;
            });
            remove(upload);
            return object;
        } catch (UploadNotFound | ContentMismatch | PreconditionFailed e) {
            return finished(upload, etag, e);
        }
    }

    /// The first try of a call that is repeated, or its twin, may have been through already.
    private StoredObject finished(MultipartUpload upload, String etag, StorageException otherwise) throws IOException {
        try (var file = objects.find(upload.key())) {
            if (!file.trailer().etag().equals(etag)) {
                throw otherwise;
            }
            remove(upload);
            return file.describe(upload.key());
        } catch (ObjectNotFound e) {
            throw otherwise;
        }
    }

    private void join(MultipartUpload upload, List<UploadedPart> parts, FileChannel target) throws IOException {
        for (var part : parts) {
            try (var file = ObjectFile.open(part(upload, part.number()))) {
                if (!file.trailer().etag().equals(part.etag())) {
                    throw new ContentMismatch("Part %d has come again with other content".formatted(part.number()));
                }
                file.copyTo(target);
            } catch (NoSuchFileException e) {
                throw new ContentMismatch("Part %d has not come".formatted(part.number()), e);
            }
        }
    }

    /// Of this upload with these parts and of no other.
    private static String etag(MultipartUpload upload, List<UploadedPart> parts) {
        var digest = Intake.sha256();
        digest.update(upload.id().getBytes(UTF_8));
        for (var part : parts) {
            digest.update("\n%d %s".formatted(part.number(), part.etag()).getBytes(UTF_8));
        }
        return "%s-%d".formatted(HexFormat.of().formatHex(digest.digest()), parts.size());
    }

    void remove(MultipartUpload upload) throws IOException {
        removeFolder(folder(upload));
    }

    int sweep(Instant before) throws IOException {
        var swept = 0;
        try (var left = Files.newDirectoryStream(root, folder -> LocalFiles.isUntouched(folder, before))) {
            for (var folder : left) {
                removeFolder(folder);
                swept++;
            }
        }
        return swept;
    }

    /// The manifest goes first: without it there is no upload, only a rest to be swept.
    private static void removeFolder(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(MANIFEST));
        try (var left = Files.newDirectoryStream(folder)) {
            for (var file : left) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            return;
        }
        Files.deleteIfExists(folder);
    }

    private Path part(MultipartUpload upload, int number) {
        return folder(upload).resolve("part-%d".formatted(number));
    }

    private Path folder(MultipartUpload upload) {
        if (!ID.matcher(upload.id()).matches()) {
            throw new UploadNotFound(upload);
        }
        return root.resolve(upload.id());
    }
}
