package io.streamverse.server.browse;

import io.streamverse.server.catalog.AgeRating;
import io.streamverse.server.catalog.Artwork;
import io.streamverse.server.catalog.ListedTitle;
import io.streamverse.server.catalog.TitleAccess;
import io.streamverse.server.catalog.TitleKind;
import io.streamverse.server.media.ShownAsset;
import io.streamverse.server.playback.WatchedTitle;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Schema(name = "ViewerTitle", description = "A published title, in the language that suits best.")
record ViewerTitleResponse(
        String id,
        TitleKind kind,

        @Schema(description = "Of the texts, as BCP 47.", example = "de")
        String language,

        String name,
        @Nullable String synopsis,

        @Schema(
                description = "Without writing, or with writing in that language. Where the title has no wide picture,"
                        + " some out of the film: on the API's host, which the address then does not name.")
        List<Artwork> artwork,

        TitleAccess access,

        @Schema(description = "None: not rated; a profile with an age limit finds no such title.") @Nullable
        AgeRating ageRating,

        @Schema(description = "It takes a higher tier than the viewer has.")
        boolean locked,

        @Nullable Long durationSeconds,

        @Schema(description = "How far this profile got; absent where it never began.") @Nullable
        Long positionSeconds) {
    /// A published title has a text.
    static ViewerTitleResponse of(
            ListedTitle title, Onlooker who, @Nullable ShownAsset asset, @Nullable WatchedTitle watched) {
        var language = Languages.best(title.texts().keySet(), who.languages()).orElseThrow();
        var text = Objects.requireNonNull(title.texts().get(language));
        return new ViewerTitleResponse(
                title.id(),
                title.kind(),
                language,
                text.name(),
                text.synopsis(),
                artwork(title, language, asset),
                title.access(),
                title.ageRating(),
                who.isLocked(title.access()),
                asset == null ? null : asset.durationMs() / 1_000,
                watched == null ? null : watched.positionMs() / 1_000);
    }

    private static List<Artwork> artwork(ListedTitle title, String language, @Nullable ShownAsset asset) {
        var artwork = new ArrayList<>(title.artwork().stream()
                .filter(it -> it.language() == null || it.language().equals(language))
                .toList());
        if (asset != null && asset.posters() > 0) {
            Stream.of(Artwork.Kind.THUMBNAIL, Artwork.Kind.HERO)
                    .filter(kind -> artwork.stream().noneMatch(it -> it.kind() == kind))
                    .map(kind -> picture(title, asset, kind))
                    .toList()
                    .forEach(artwork::add);
        }
        return List.copyOf(artwork);
    }

    /// Out of the middle: films begin in black.

    private static Artwork picture(ListedTitle title, ShownAsset asset, Artwork.Kind kind) {
        var path = "/viewer/v1/titles/%s/artwork/%d/%d.jpg".formatted(title.id(), asset.version(), asset.posters() / 2);
        return new Artwork(kind, path, null);
    }
}
