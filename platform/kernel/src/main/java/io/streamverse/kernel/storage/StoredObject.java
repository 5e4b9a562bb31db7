package io.streamverse.kernel.storage;

import java.time.Instant;
import java.util.Map;

/// The etag is opaque, changes with the content, and stands without quotes.
public record StoredObject(
        ObjectKey key, long bytes, String etag, String contentType, Map<String, String> metadata, Instant storedAt) {
    public StoredObject {
        metadata = Map.copyOf(metadata);
    }
}
