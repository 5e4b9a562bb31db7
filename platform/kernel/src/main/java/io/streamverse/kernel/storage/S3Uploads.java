package io.streamverse.kernel.storage;

import io.streamverse.kernel.storage.NewObject.Existing;
import io.streamverse.kernel.storage.StorageException.ObjectNotFound;
import io.streamverse.kernel.storage.StorageException.PreconditionFailed;
import io.streamverse.kernel.storage.StorageException.UploadNotFound;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/// Objects that come in parts. The store's own id stands behind a mark that the object keeps, so that a finished upload
/// is known again, and that says whether its key was to be new.
final class S3Uploads {
    static final String MARK = "streamverse-upload";
    private static final String NEW = "new-";
    private static final Pattern ID = Pattern.compile("((?:" + NEW + ")?[0-9a-f-]{36})\\.(.+)");

    private final S3Client client;
    private final S3Attempt attempt;
    private final String bucket;

    S3Uploads(S3Client client, S3Attempt attempt) {
        this.client = client;
        this.attempt = attempt;
        this.bucket = attempt.bucket().name();
    }

    record Ids(String mark, String stores) {
        static Ids of(MultipartUpload upload) {
            var id = ID.matcher(upload.id());
            if (!id.matches()) {
                throw new UploadNotFound(upload);
            }
            return new Ids(id.group(1), id.group(2));
        }
    }

    MultipartUpload begin(ObjectKey key, NewObject object) {
        var mark = (object.existing() == Existing.REFUSE ? NEW : "") + UUID.randomUUID();
        var metadata = new HashMap<>(object.metadata());
        metadata.put(MARK, mark);
        var begun = attempt.at(
                key,
                () -> client.createMultipartUpload(it -> it.bucket(bucket)
                        .key(key.value())
                        .contentType(object.contentType())
                        .metadata(metadata)));
        return new MultipartUpload(key, mark + "." + begun.uploadId());
    }

    UploadedPart add(MultipartUpload upload, int number, Expectation expected, InputStream content) {
        var ids = Ids.of(upload);
        try (var spooled = Spooled.of(content, expected)) {
            var part = attempt.at(
                    upload,
                    () -> client.uploadPart(
                            it -> it.bucket(bucket)
                                    .key(upload.key().value())
                                    .uploadId(ids.stores)
                                    .partNumber(number),
                            spooled.body()));
            return new UploadedPart(number, S3ObjectStore.unquoted(part.eTag()));
        }
    }

    void complete(MultipartUpload upload, List<UploadedPart> parts) {
        var ids = Ids.of(upload);
        var completed = parts.stream()
                .map(it -> CompletedPart.builder()
                        .partNumber(it.number())
                        .eTag("\"" + it.etag() + "\"")
                        .build())
                .toList();
        try {
            attempt.at(
                    upload,
                    () -> client.completeMultipartUpload(it -> it.bucket(bucket)
                            .key(upload.key().value())
                            .uploadId(ids.stores)
                            .ifNoneMatch(ids.mark.startsWith(NEW) ? "*" : null)
                            .multipartUpload(all -> all.parts(completed))));
        } catch (UploadNotFound | PreconditionFailed e) {
            demandFinished(upload.key(), ids.mark, e);
        }
    }

    /// The first try of a call that is repeated, or its twin, may have been through already.
    private void demandFinished(ObjectKey key, String mark, StorageException otherwise) {
        try {
            var object = attempt.at(
                    key, () -> client.headObject(it -> it.bucket(bucket).key(key.value())));
            if (!mark.equals(object.metadata().get(MARK))) {
                throw otherwise;
            }
        } catch (ObjectNotFound e) {
            throw otherwise;
        }
    }

    void abort(MultipartUpload upload) {
        var ids = Ids.of(upload);
        try {
            attempt.at(
                    upload,
                    () -> client.abortMultipartUpload(
                            it -> it.bucket(bucket).key(upload.key().value()).uploadId(ids.stores)));
        } catch (UploadNotFound e) {
            // Gone already.
        }
    }

    int sweep(Instant before) {
        return attempt.atAll(() -> {
            var swept = 0;
            var begun = client.listMultipartUploadsPaginator(it -> it.bucket(bucket));
            for (var upload : begun.uploads()) {
                var id = upload.uploadId();
                var key = upload.key();
                if (upload.initiated().isBefore(before) && isUntouched(key, id, before)) {
                    client.abortMultipartUpload(it -> it.bucket(bucket).key(key).uploadId(id));
                    swept++;
                }
            }
            return swept;
        });
    }

    private boolean isUntouched(String key, String id, Instant before) {
        return client.listPartsPaginator(it -> it.bucket(bucket).key(key).uploadId(id)).parts().stream()
                .allMatch(it -> it.lastModified().isBefore(before));
    }
}
