package io.streamverse.server.browse;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.storage.ObjectContent;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.server.catalog.Catalog;
import io.streamverse.server.catalog.ListedTitle;
import io.streamverse.server.catalog.PlayableTitle;
import io.streamverse.server.media.Media;
import io.streamverse.server.playback.Watched;
import io.streamverse.server.playback.WatchedTitle;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Titles as they are shown to who looks.
@Singleton
class Shelf {
    private final Catalog catalog;
    private final Media media;
    private final Watched watched;
    private final ObjectStore store;

    Shelf(Catalog catalog, Media media, Watched watched, ObjectStore store) {
        this.catalog = catalog;
        this.media = media;
        this.watched = watched;
        this.store = store;
    }

    Page<ViewerTitleResponse> page(Onlooker who, int limit, @Nullable String after) {
        var page = catalog.page(who.audience(), limit, after);
        return new Page<>(shown(who, page.data()), page.hasMore(), page.next());
    }

    List<ViewerTitleResponse> search(Onlooker who, String words, int most) {
        return shown(who, catalog.search(who.audience(), words, most));
    }

    ViewerTitleResponse get(Onlooker who, String id) {
        var title = catalog.among(who.audience(), List.of(id)).get(id);
        if (title == null) {
            throw unknown(id);
        }
        var profile = who.profileId();
        var seen = profile == null
                ? Map.<String, WatchedTitle>of()
                : watched.find(profile, id).map(it -> Map.of(id, it)).orElse(Map.of());
        return shown(who, List.of(title), seen).getFirst();
    }

    /// Whose titles may be gone, or not be for them any more; in their order.
    List<ViewerTitleResponse> watched(Onlooker who, Collection<WatchedTitle> seen) {
        var byId = seen.stream().collect(toMap(WatchedTitle::titleId, identity()));
        return shown(who, inOrder(who, seen.stream().map(WatchedTitle::titleId).toList()), byId);
    }

    List<ListedTitle> inOrder(Onlooker who, List<String> ids) {
        var found = catalog.among(who.audience(), ids);
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    List<ViewerTitleResponse> shown(Onlooker who, List<ListedTitle> titles) {
        return shown(who, titles, Map.of());
    }

    /// Anybody may see the picture of what is published.
    ObjectContent picture(String id, int version, int index) {
        return catalog.playable(id)
                .filter(PlayableTitle::published)
                .flatMap(it -> media.poster(it.assetId(), version, index))
                .map(store::get)
                .orElseThrow(() -> unknown(id));
    }

    private List<ViewerTitleResponse> shown(Onlooker who, List<ListedTitle> titles, Map<String, WatchedTitle> seen) {
        var assets = media.shown(titles.stream().map(ListedTitle::assetId).toList());
        return titles.stream()
                .map(it -> ViewerTitleResponse.of(it, who, assets.get(it.assetId()), seen.get(it.id())))
                .toList();
    }

    private static NotFound unknown(String id) {
        return new NotFound("catalog.title.unknown", "title " + id);
    }
}
