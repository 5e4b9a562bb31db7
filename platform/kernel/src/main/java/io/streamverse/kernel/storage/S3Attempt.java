package io.streamverse.kernel.storage;

import io.streamverse.kernel.storage.StorageException.ContentMismatch;
import io.streamverse.kernel.storage.StorageException.ObjectNotFound;
import io.streamverse.kernel.storage.StorageException.ObjectTooLarge;
import io.streamverse.kernel.storage.StorageException.PreconditionFailed;
import io.streamverse.kernel.storage.StorageException.RangeNotSatisfiable;
import io.streamverse.kernel.storage.StorageException.StorageFailed;
import io.streamverse.kernel.storage.StorageException.StorageFull;
import io.streamverse.kernel.storage.StorageException.UploadNotFound;
import java.util.Objects;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Calls to a bucket, with what can go wrong told in the storage's own words.
record S3Attempt(S3Bucket bucket) {
    private static final long LARGEST_PUT = 5L << 30;

    <T> T at(ObjectKey key, Supplier<T> call) {
        try {
            return call.get();
        } catch (S3Exception e) {
            throw refused(key, e);
        } catch (SdkException e) {
            throw unreachable(e);
        }
    }

    <T> T at(MultipartUpload upload, Supplier<T> call) {
        try {
            return call.get();
        } catch (S3Exception e) {
            var refusal = refused(upload.key(), e);
            throw refusal instanceof ObjectNotFound ? new UploadNotFound(upload) : refusal;
        } catch (SdkException e) {
            throw unreachable(e);
        }
    }

    <T> T atAll(Supplier<T> call) {
        try {
            return call.get();
        } catch (S3Exception e) {
            throw failed(e);
        } catch (SdkException e) {
            throw unreachable(e);
        }
    }

    private StorageException refused(ObjectKey key, S3Exception e) {
        return switch (code(e)) {
            case "InvalidPart", "EntityTooSmall", "IncompleteBody" ->
                new ContentMismatch("The parts are not those that came", e);
            case "EntityTooLarge" -> new ObjectTooLarge(LARGEST_PUT);
            case "NoSuchBucket" -> failed(e);
            default ->
                switch (e.statusCode()) {
                    case 404 -> new ObjectNotFound(key);
                    case 409, 412 -> new PreconditionFailed(key);
                    case 416 -> new RangeNotSatisfiable(0);
                    case 507 -> new StorageFull(e);
                    default -> failed(e);
                };
        };
    }

    private StorageFailed failed(S3Exception e) {
        var what = switch (e.statusCode()) {
            case 404 -> "does not exist";
            case 301, 307 -> "is in another region";
            case 401, 403 -> "refuses who we are";
            default -> "failed";
        };
        return new StorageFailed("The %s %s (%d %s)".formatted(bucket, what, e.statusCode(), code(e)), e);
    }

    private StorageFailed unreachable(SdkException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new StorageFailed("The %s does not answer: %s".formatted(bucket, cause.getMessage()), e);
    }

    private static String code(S3Exception e) {
        var details = e.awsErrorDetails();
        return details == null ? "" : Objects.requireNonNullElse(details.errorCode(), "");
    }
}
