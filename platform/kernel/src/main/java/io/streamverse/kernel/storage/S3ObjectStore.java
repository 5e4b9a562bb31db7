package io.streamverse.kernel.storage;

import io.streamverse.kernel.storage.NewObject.Existing;
import io.streamverse.kernel.storage.StorageException.RangeNotSatisfiable;
import io.streamverse.kernel.storage.StorageException.StorageFailed;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// A bucket of S3, or of a store that speaks its protocol. What is put is gathered in a temporary file first: a stream
/// is checked before any of it is sent, and what fails on the way is sent again.
public final class S3ObjectStore implements ObjectStore, AutoCloseable {
    private final String bucket;
    private final S3Client client;
    private final S3Presigner presigner;
    private final S3Attempt attempt;
    private final S3Uploads uploads;
    private final InstantSource clock;

    public S3ObjectStore(S3Bucket bucket, InstantSource clock) {
        this.bucket = bucket.name();
        this.client = bucket.client();
        this.presigner = bucket.presigner();
        this.attempt = new S3Attempt(bucket);
        this.uploads = new S3Uploads(client, attempt);
        this.clock = clock;
    }

    /// Fails with a sentence where the bucket cannot be used.
    public void demandReachable() {
        attempt.atAll(() -> client.headBucket(it -> it.bucket(bucket)));
    }

    /// Whoever replaces the object at the same moment may be whom the answer tells of.
    @Override
    public StoredObject put(ObjectKey key, NewObject object, Expectation expected, InputStream content) {
        try (var spooled = Spooled.of(content, expected)) {
            attempt.at(
                    key,
                    () -> client.putObject(
                            it -> it.bucket(bucket)
                                    .key(key.value())
                                    .contentType(object.contentType())
                                    .metadata(object.metadata())
                                    .ifNoneMatch(object.existing() == Existing.REFUSE ? "*" : null),
                            spooled.body()));
        }
        return head(key);
    }

    @Override
    public ObjectContent get(ObjectKey key) {
        var content =
                attempt.at(key, () -> client.getObject(it -> it.bucket(bucket).key(key.value())));
        var object = describe(key, content.response(), content.response().contentLength());
        return new ObjectContent(object, new Range.Span(0, object.bytes()), new Body(content, object.bytes()));
    }

    @Override
    public ObjectContent get(ObjectKey key, Range range) {
        try {
            var content = attempt.at(
                    key,
                    () -> client.getObject(
                            it -> it.bucket(bucket).key(key.value()).range(header(range))));
            try {
                return part(key, range, content);
            } catch (RuntimeException e) {
                content.abort();
                throw e;
            }
        } catch (RangeNotSatisfiable e) {
            range.within(head(key).bytes());
            throw e;
        }
    }

    private static ObjectContent part(ObjectKey key, Range range, ResponseInputStream<GetObjectResponse> content) {
        var answer = content.response();
        var where = answer.contentRange();
        var bytes = where == null ? answer.contentLength() : Long.valueOf(where.substring(where.indexOf('/') + 1));
        var span = range.within(bytes);
        if (span.length() != answer.contentLength()) {
            throw new StorageFailed("The store does not answer the range that it was asked for", null);
        }
        return new ObjectContent(describe(key, answer, bytes), span, new Body(content, span.length()));
    }

    private static String header(Range range) {
        return switch (range) {
            case Range.FromTo it when it.last() == Long.MAX_VALUE -> "bytes=%d-".formatted(it.first());
            case Range.FromTo it -> "bytes=%d-%d".formatted(it.first(), it.last());
            case Range.Suffix it -> "bytes=-%d".formatted(it.length());
        };
    }

    @Override
    public StoredObject head(ObjectKey key) {
        var found =
                attempt.at(key, () -> client.headObject(it -> it.bucket(bucket).key(key.value())));
        return new StoredObject(
                key,
                found.contentLength(),
                unquoted(found.eTag()),
                found.contentType(),
                ours(found.metadata()),
                seconds(found.lastModified()));
    }

    private static StoredObject describe(ObjectKey key, GetObjectResponse found, long bytes) {
        return new StoredObject(
                key,
                bytes,
                unquoted(found.eTag()),
                found.contentType(),
                ours(found.metadata()),
                seconds(found.lastModified()));
    }

    @Override
    public void delete(ObjectKey key) {
        attempt.at(key, () -> client.deleteObject(it -> it.bucket(bucket).key(key.value())));
    }

    @Override
    public ObjectPage list(String prefix, @Nullable String after, int limit) {
        var page = attempt.atAll(() -> client.listObjectsV2(
                it -> it.bucket(bucket).prefix(prefix).startAfter(after).maxKeys(limit)));
        var entries = page.contents().stream()
                .map(it -> new ObjectPage.Entry(
                        new ObjectKey(it.key()), it.size(), unquoted(it.eTag()), seconds(it.lastModified())))
                .toList();
        return new ObjectPage(
                entries, page.isTruncated() ? entries.getLast().key().value() : null);
    }

    @Override
    public MultipartUpload begin(ObjectKey key, NewObject object) {
        return uploads.begin(key, object);
    }

    @Override
    public UploadedPart uploadPart(MultipartUpload upload, int number, Expectation expected, InputStream content) {
        UploadedPart.requireNumber(number);
        return uploads.add(upload, number, expected, content);
    }

    @Override
    public StoredObject complete(MultipartUpload upload, List<UploadedPart> parts) {
        UploadedPart.requireAscending(parts);
        uploads.complete(upload, parts);
        return head(upload.key());
    }

    @Override
    public void abort(MultipartUpload upload) {
        uploads.abort(upload);
    }

    @Override
    public int sweep(Duration untouchedFor) {
        return uploads.sweep(clock.instant().minus(untouchedFor));
    }

    @Override
    public URI signGet(ObjectKey key, Duration validFor) {
        return address(presigner
                .presignGetObject(it -> it.signatureDuration(validFor)
                        .getObjectRequest(get -> get.bucket(bucket).key(key.value())))
                .url());
    }

    @Override
    public URI signPut(ObjectKey key, Duration validFor, long bytes) {
        return address(presigner
                .presignPutObject(it -> it.signatureDuration(validFor)
                        .putObjectRequest(
                                put -> put.bucket(bucket).key(key.value()).contentLength(bytes)))
                .url());
    }

    @Override
    public URI signPart(MultipartUpload upload, int number, Duration validFor, long bytes) {
        var ids = S3Uploads.Ids.of(upload);
        return address(presigner
                .presignUploadPart(it -> it.signatureDuration(validFor)
                        .uploadPartRequest(part -> part.bucket(bucket)
                                .key(upload.key().value())
                                .uploadId(ids.stores())
                                .partNumber(number)
                                .contentLength(bytes)))
                .url());
    }

    @Override
    public void close() {
        client.close();
        presigner.close();
    }

    static String unquoted(String etag) {
        return etag.replace("\"", "");
    }

    private static URI address(URL url) {
        return URI.create(url.toString());
    }

    /// Lists are told finer than heads.
    private static Instant seconds(Instant storedAt) {
        return storedAt.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Map<String, String> ours(Map<String, String> metadata) {
        var ours = new HashMap<>(metadata);
        ours.remove(S3Uploads.MARK);
        return ours;
    }

    /// Closed before its end, it takes its connection along instead of reading on.
    private static final class Body extends FilterInputStream {
        private final ResponseInputStream<GetObjectResponse> content;
        private long left;

        Body(ResponseInputStream<GetObjectResponse> content, long bytes) {
            super(content);
            this.content = content;
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            var next = super.read();
            left -= next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var count = super.read(target, offset, length);
            left -= Math.max(0, count);
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            var skipped = super.skip(count);
            left -= skipped;
            return skipped;
        }

        @Override
        public void close() throws IOException {
            if (left > 0) {
                content.abort();
            } else {
                content.close();
            }
        }
    }
}
