package io.streamverse.kernel.storage;

import org.jspecify.annotations.Nullable;

/// Everything a store refuses or fails at.
public abstract sealed class StorageException extends RuntimeException {
    private StorageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public static final class InvalidObjectKey extends StorageException {
        InvalidObjectKey(String message) {
            super(message, null);
        }
    }

    public static final class ObjectNotFound extends StorageException {
        ObjectNotFound(ObjectKey key) {
            super("There is no object " + key, null);
        }
    }

    public static final class UploadNotFound extends StorageException {
        UploadNotFound(MultipartUpload upload) {
            super("There is no open upload of " + upload.key(), null);
        }
    }

    /// The key is taken and was to be new.
    public static final class PreconditionFailed extends StorageException {
        PreconditionFailed(ObjectKey key) {
            super("There is already an object " + key, null);
        }
    }

    /// Too short, torn off, another checksum, another part: nothing was kept.
    public static final class ContentMismatch extends StorageException {
        ContentMismatch(String message) {
            super(message, null);
        }

        ContentMismatch(String message, Throwable cause) {
            super(message, cause);
        }
    }

    public static final class ObjectTooLarge extends StorageException {
        public ObjectTooLarge(long atMost) {
            super("At most %d bytes were expected".formatted(atMost), null);
        }
    }

    public static final class RangeNotSatisfiable extends StorageException {
        private final long bytes;

        RangeNotSatisfiable(long bytes) {
            super("The object has %d bytes, none of them in the range".formatted(bytes), null);
            this.bytes = bytes;
        }

        public long bytes() {
            return bytes;
        }
    }

    /// A signed address that is forged, altered or expired.
    public static final class AddressRefused extends StorageException {
        public AddressRefused(String message) {
            super(message, null);
        }
    }

    public static final class StorageFull extends StorageException {
        StorageFull(@Nullable Throwable cause) {
            super("The storage has no space left", cause);
        }
    }

    /// The storage itself is broken or unreachable.
    public static final class StorageFailed extends StorageException {
        StorageFailed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
