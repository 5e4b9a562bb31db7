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
@Schema(name = "CreateTitle", description = "A title. It is a draft at first, and may be filled in bit by bit.")
record NewTitleRequest(
        @NotNull TitleKind kind,

        @Schema(description = TitlePatch.TEXTS, requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Map<String, TitleText> texts,

        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) @Size(max = TitleRules.MAX_ARTWORK)
        List<@NotNull @Valid Artwork> artwork,

        @Schema(description = TitlePatch.ASSET) @Nullable String assetId,

        @Schema(description = "Free for everybody who is signed in, unless you say otherwise.") @Nullable @Valid
        TitleAccess access,

        @Schema(description = TitlePatch.AGE_RATING) @Nullable @Valid
        AgeRating ageRating,

        @Schema(description = TitlePatch.WINDOWS, requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        @Size(max = TitleRules.MAX_WINDOWS)
        List<@NotNull @Valid Window> windows,

        @Schema(description = TitlePatch.TERRITORIES, requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        Set<String> territories,

        @Nullable @Size(min = 1, max = 255) String externalId,
        @Metadata Map<String, String> metadata) {

    NewTitleRequest {
        texts = Objects.requireNonNullElse(texts, Map.of());
        artwork = Objects.requireNonNullElse(artwork, List.of());
        windows = Objects.requireNonNullElse(windows, List.of());
        territories = Objects.requireNonNullElse(territories, Set.of());
        metadata = Objects.requireNonNullElse(metadata, Map.of());
    }

    TitlePatch wanted() {
        return new TitlePatch(
                kind,
                texts,
                artwork,
                assetId,
                Objects.requireNonNullElse(access, TitleAccess.FREE),
                ageRating,
                windows,
                territories,
                externalId,
                metadata);
    }
}
