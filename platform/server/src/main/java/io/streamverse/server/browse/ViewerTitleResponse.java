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

        @Schema(description = "None: for all.") @Nullable AgeRating ageRating,

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
        var posters = asset == null ? 0 : asset.posters();
        if (asset != null && posters > 0 && artwork.stream().noneMatch(it -> it.kind() == Artwork.Kind.THUMBNAIL)) {
            artwork.add(picture(title, asset, Artwork.Kind.THUMBNAIL, 0));
        }
        if (asset != null && posters > 0 && artwork.stream().noneMatch(it -> it.kind() == Artwork.Kind.HERO)) {
            artwork.add(picture(title, asset, Artwork.Kind.HERO, posters / 2));
        }
        return List.copyOf(artwork);
    }

    private static Artwork picture(ListedTitle title, ShownAsset asset, Artwork.Kind kind, int index) {
        var path = "/viewer/v1/titles/%s/artwork/%d/%d.jpg".formatted(title.id(), asset.version(), index);
        return new Artwork(kind, path, null);
    }
}
