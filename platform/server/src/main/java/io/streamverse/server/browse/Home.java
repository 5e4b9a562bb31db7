package io.streamverse.server.browse;

import io.streamverse.server.browse.HomeResponse.Rail;
import io.streamverse.server.catalog.Catalog;
import io.streamverse.server.playback.Watched;
import io.streamverse.server.playback.WatchedTitle;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The first page of the service, put together for who looks.
@Singleton
class Home {
    private static final int LENGTH = 20;
    private static final int LOOKED_THROUGH = 50;
    private static final int FAMILY_AGE = 6;
    private final Catalog catalog;
    private final Shelf shelf;
    private final Trending trending;
    private final Watched watched;

    Home(Catalog catalog, Shelf shelf, Trending trending, Watched watched) {
        this.catalog = catalog;
        this.shelf = shelf;
        this.trending = trending;
        this.watched = watched;
    }

    HomeResponse of(Onlooker who) {
        var trends =
                shelf.inOrder(who, trending.titles()).stream().limit(LENGTH).toList();
        var family = catalog.latest(who.audience().with(FAMILY_AGE), LENGTH);
        var latest = catalog.latest(who.audience(), LENGTH);
        var rails = Stream.of(
                        new Rail(RailName.CONTINUE, begun(who)),
                        new Rail(RailName.TRENDING, shelf.shown(who, trends)),
                        new Rail(RailName.NEW, shelf.shown(who, latest)),
                        new Rail(RailName.FAMILY, shelf.shown(who, family)),
                        new Rail(RailName.FREE, shelf.shown(who, catalog.latestFree(who.audience(), LENGTH))))
                .filter(it -> !it.titles().isEmpty())
                .toList();
        return new HomeResponse(featured(rails), rails);
    }

    /// What trends, or else what is new; rather what they may watch.
    private static @Nullable ViewerTitleResponse featured(List<Rail> rails) {
        var candidates = rails.stream()
                .filter(it -> it.name() == RailName.TRENDING || it.name() == RailName.NEW)
                .flatMap(it -> it.titles().stream())
                .toList();
        return candidates.stream()
                .filter(it -> !it.locked())
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .orElse(null);
    }

    private List<ViewerTitleResponse> begun(Onlooker who) {
        var profile = who.profileId();
        if (profile == null) {
            return List.of();
        }
        var seen = watched.latest(profile, null, LOOKED_THROUGH).stream()
                .filter(WatchedTitle::goesOn)
                .limit(LENGTH)
                .toList();
        return shelf.watched(who, seen);
    }
}
