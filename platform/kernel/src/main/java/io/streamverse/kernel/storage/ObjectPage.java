package io.streamverse.kernel.storage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Without `next` it is the last page.
public record ObjectPage(List<Entry> entries, @Nullable String next) {
    public record Entry(ObjectKey key, long bytes, String etag, Instant storedAt) {}

    public ObjectPage {
        entries = List.copyOf(entries);
    }
}
