package io.streamverse.server.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Schema(name = "Title", description = "What viewers find and watch.")
record TitleResponse(
        String id,
        TitleKind kind,
        TitleState state,
        @Schema(description = TitlePatch.TEXTS) Map<String, TitleText> texts,
        List<Artwork> artwork,
        @Schema(description = TitlePatch.ASSET) @Nullable String assetId,
        TitleAccess access,

        @Schema(description = TitlePatch.AGE_RATING) @Nullable
        AgeRating ageRating,

        @Schema(description = TitlePatch.WINDOWS) List<Window> windows,
        @Schema(description = TitlePatch.TERRITORIES) Set<String> territories,
        @Nullable String externalId,
        Map<String, String> metadata,

        @Schema(description = "Since when viewers find it.") @Nullable
        Instant publishedAt,

        Instant createdAt,
        Instant changedAt) {

    static TitleResponse of(Title it) {
        return new TitleResponse(
                it.id(),
                it.kind(),
                it.state(),
                it.texts(),
                it.artwork(),
                it.assetId(),
                it.access(),
                it.ageRating(),
                it.windows(),
                it.territories(),
                it.externalId(),
                it.metadata(),
                it.publishedAt(),
                it.createdAt(),
                it.changedAt());
    }
}
