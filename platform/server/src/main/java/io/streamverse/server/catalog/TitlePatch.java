package io.streamverse.server.catalog;

import io.micronaut.core.annotation.Introspected;
import io.streamverse.kernel.http.Metadata;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Introspected
@Schema(name = "UpdateTitle", description = "What may be changed of a title.")
record TitlePatch(
        @NotNull TitleKind kind,
        @Schema(description = TEXTS) Map<String, TitleText> texts,
        @Size(max = TitleRules.MAX_ARTWORK) List<@NotNull @Valid Artwork> artwork,
        @Schema(description = ASSET) @Nullable String assetId,
        @NotNull @Valid TitleAccess access,
        @Schema(description = AGE_RATING) @Nullable @Valid AgeRating ageRating,

        @Schema(description = WINDOWS) @Size(max = TitleRules.MAX_WINDOWS)
        List<@NotNull @Valid Window> windows,

        @Schema(description = TERRITORIES) Set<String> territories,
        @Nullable @Size(min = 1, max = 255) String externalId,
        @Metadata Map<String, String> metadata) {
    static final String TEXTS = "By language, as BCP 47: `en`, `pt-BR`.";
    static final String ASSET = "What it plays; it may still be in the making.";
    static final String AGE_RATING = "None: not rated; profiles with an age limit do not find it.";
    static final String WINDOWS = "When it may be watched; none: always.";
    static final String TERRITORIES = "Where it may be watched, as ISO 3166-1 alpha-2; none: everywhere.";

    TitlePatch {
        texts = Objects.requireNonNullElse(texts, Map.of());
        artwork = Objects.requireNonNullElse(artwork, List.of());
        windows = Objects.requireNonNullElse(windows, List.of());
        territories = Territories.sorted(territories);
        metadata = Objects.requireNonNullElse(metadata, Map.of());
    }

    static TitlePatch of(Title title) {
        return new TitlePatch(
                title.kind(),
                title.texts(),
                title.artwork(),
                title.assetId(),
                title.access(),
                title.ageRating(),
                title.windows(),
                title.territories(),
                title.externalId(),
                title.metadata());
    }

    TitlePatch with(TitleAccess other) {
        return new TitlePatch(
                kind, texts, artwork, assetId, other, ageRating, windows, territories, externalId, metadata);
    }
}
