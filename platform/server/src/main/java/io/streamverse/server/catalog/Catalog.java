package io.streamverse.server.catalog;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.streamverse.kernel.http.Cursor;
import io.streamverse.kernel.http.Page;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
public class Catalog {
    private final KnownTitles titles;
    private final ShelfRepository shelf;

    Catalog(KnownTitles titles, ShelfRepository shelf) {
        this.titles = titles;
        this.shelf = shelf;
    }

    /// Drafts too: the decision says that they are none. From memory where it was asked for lately.
    public Optional<PlayableTitle> playable(String titleId) {
        return titles.find(titleId);
    }

    public Page<ListedTitle> page(Audience who, int limit, @Nullable String after) {
        var rows =
                shelf.page(Cursor.read(Title.PREFIX, after), who.maximumAge(), who.territory(), who.now(), limit + 1);
        return Page.of(rows, limit, Title::id).map(Title::listed);
    }

    /// Those published last come first.
    public List<ListedTitle> latest(Audience who, int most) {
        return listed(shelf.latest(who.maximumAge(), who.territory(), who.now(), most));
    }

    public List<ListedTitle> latestFree(Audience who, int most) {
        return listed(shelf.latestFree(who.maximumAge(), who.territory(), who.now(), most));
    }

    /// Those of them that are found, by id.
    public Map<String, ListedTitle> among(Audience who, Collection<String> ids) {
        var rows = ids.isEmpty()
                ? List.<Title>of()
                : shelf.among(ids.toArray(String[]::new), who.maximumAge(), who.territory(), who.now());
        return listed(rows).stream().collect(toMap(ListedTitle::id, identity()));
    }

    /// The best comes first: what is in a name counts more than what is in a synopsis.
    public List<ListedTitle> search(Audience who, String said, int most) {
        var words = Words.query(said);
        return words.isEmpty()
                ? List.of()
                : listed(shelf.matching(words, who.maximumAge(), who.territory(), who.now(), most));
    }

    private static List<ListedTitle> listed(List<Title> rows) {
        return rows.stream().map(Title::listed).toList();
    }
}
