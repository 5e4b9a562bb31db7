package io.streamverse.kernel.storage;

/// What a signed address allows its holder.
public sealed interface Grant {
    ObjectKey key();

    record Read(ObjectKey key) implements Grant {}

    record Write(ObjectKey key, long maxBytes) implements Grant {}

    record WritePart(MultipartUpload upload, int number, long maxBytes) implements Grant {
        @Override
        public ObjectKey key() {
            return upload.key();
        }
    }
}
