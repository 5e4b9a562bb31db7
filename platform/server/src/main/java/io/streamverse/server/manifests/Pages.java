package io.streamverse.server.manifests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.streamverse.media.manifest.Dash;
import io.streamverse.media.manifest.Hls;
import io.streamverse.media.manifest.Programme;
import io.streamverse.server.media.Media;
import io.streamverse.server.media.PlayableAsset;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Manifests ready to be sent, written once. What is older than a moment is compared with the asset, and written anew
/// only where that has changed.
@Singleton
class Pages {
    private static final String HLS_TYPE = "application/vnd.apple.mpegurl";
    private static final String DASH_TYPE = "application/dash+xml";
    private static final String PLAYLIST = ".m3u8";
    private static final String I_FRAMES = ".iframes";
    private static final String CAPTIONS = "captions-";
    private final Media media;
    private final Films films;
    private final Duration recheck;
    private final Cache<Place, Kept> kept;

    private record Kept(Page page, PlayableAsset asset, long checkedAtNanos) {}

    Pages(Media media, Films films, ManifestsConfig config) {
        this.media = media;
        this.films = films;
        this.recheck = config.recheck();
        this.kept = Caffeine.newBuilder()
                .maximumWeight(config.memory())
                .weigher((Place _, Kept it) -> it.page.weight())
                .build();
    }

    /// Without asking anybody; null where somebody must be asked.
    @Nullable
    Page remembered(Place place) {
        var known = kept.getIfPresent(place);
        return known != null && isFresh(known) ? known.page : null;
    }

    Optional<Page> find(Place place) {
        return Optional.ofNullable(kept.asMap().compute(place, (_, known) -> current(place, known)))
                .map(Kept::page);
    }

    private boolean isFresh(Kept known) {
        return System.nanoTime() - known.checkedAtNanos < recheck.toNanos();
    }

    private @Nullable Kept current(Place place, @Nullable Kept known) {
        if (known != null && isFresh(known)) {
            return known;
        }
        return media.playable(place.asset(), place.version())
                .flatMap(asset -> known != null && known.asset.equals(asset)
                        ? Optional.of(known.page).map(it -> new Kept(it, asset, System.nanoTime()))
                        : page(asset, place).map(it -> new Kept(it, asset, System.nanoTime())))
                .orElse(null);
    }

    private Optional<Page> page(PlayableAsset asset, Place place) {
        return Variant.parse(place.variant()).flatMap(variant -> {
            var film = films.of(asset);
            return Choice.fits(film.index(), variant) ? page(film.as(variant), place.file()) : Optional.empty();
        });
    }

    private static Optional<Page> page(Programme programme, String file) {
        if (file.equals(Manifests.DASH)) {
            return Optional.of(Page.of(DASH_TYPE, Dash.manifest(programme)));
        }
        if (!file.endsWith(PLAYLIST)) {
            return Optional.empty();
        }
        return file.equals(Manifests.HLS)
                ? Optional.of(Page.of(HLS_TYPE, Hls.multivariant(programme)))
                : playlist(programme, file.substring(0, file.length() - PLAYLIST.length()))
                        .map(it -> Page.of(HLS_TYPE, it));
    }

    private static Optional<String> playlist(Programme programme, String name) {
        var track = programme.track(name);
        if (track.isPresent()) {
            return track.map(it -> Hls.media(programme, it));
        }
        if (name.endsWith(I_FRAMES)) {
            return programme
                    .track(name.substring(0, name.length() - I_FRAMES.length()))
                    .filter(Hls::hasIFrames)
                    .map(it -> Hls.iFrames(programme, it));
        }
        return programme.subtitles().stream()
                .filter(it -> name.equals(CAPTIONS + it.id()))
                .findAny()
                .map(it -> Hls.subtitles(programme, it));
    }
}
