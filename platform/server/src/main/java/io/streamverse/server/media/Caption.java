package io.streamverse.server.media;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("caption")
record Caption(
        @Id String id,
        String assetId,
        String language,
        CaptionKind kind,
        @Nullable String label,
        String objectKey,
        int cues,
        boolean fromFile,
        Instant createdAt) {
    static final String PREFIX = "cap";
}
