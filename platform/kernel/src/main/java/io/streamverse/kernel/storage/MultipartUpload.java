package io.streamverse.kernel.storage;

public record MultipartUpload(ObjectKey key, String id) {}
