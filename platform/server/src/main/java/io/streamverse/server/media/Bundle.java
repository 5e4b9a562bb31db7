package io.streamverse.server.media;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.streamverse.media.plan.Protection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything of a version that players get. The one with the greatest number serves; those before it go on for a
/// while, since players hold addresses of theirs.
@MappedEntity("bundle")
record Bundle(
        @Id String id,
        String assetId,
        int number,
        long durationMs,
        Protection protection,
        @Nullable String keyId,
        String indexKey,
        @TypeDef(type = DataType.JSON) List<Rendition> renditions,
        @Nullable String storyboardKey,
        @TypeDef(type = DataType.JSON) List<String> posterKeys,
        Instant createdAt,
        @Nullable Instant replacedAt) {
    PlayableAsset withCaptions(List<Caption> captions) {
        var tracks = captions.stream()
                .map(it -> new CaptionTrack(it.id(), it.language(), it.kind(), it.label(), it.objectKey()))
                .toList();
        return new PlayableAsset(
                assetId, number, durationMs, protection, keyId, indexKey, tracks, storyboardKey, posterKeys);
    }

    /// `resolution` is how it is charged: `audio`, `sd`, `hd`, `fhd` or `uhd`.
    record Rendition(String id, String codec, String resolution, long bytes) {}
}
