package io.streamverse.server.catalog;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Schema(name = "ViewerTitle", description = "A published title, in the language that suits best.")
record ViewerTitleResponse(
        String id,
        TitleKind kind,

        @Schema(description = "Of the texts, as BCP 47.", example = "de")
        String language,

        String name,
        @Nullable String synopsis,

        @Schema(description = "Without writing, or with writing in that language.")
        List<Artwork> artwork,

        TitleAccess access,

        @Schema(description = "None: for all.") @Nullable AgeRating ageRating) {

    /// A published title has a text.
    static ViewerTitleResponse of(Title title, @Nullable String acceptLanguage) {
        var language = Languages.best(title.texts().keySet(), acceptLanguage).orElseThrow();
        var text = Objects.requireNonNull(title.texts().get(language));
        var artwork = title.artwork().stream()
                .filter(it -> it.language() == null || it.language().equals(language))
                .toList();
        return new ViewerTitleResponse(
                title.id(),
                title.kind(),
                language,
                text.name(),
                text.synopsis(),
                artwork,
                title.access(),
                title.ageRating());
    }
}
