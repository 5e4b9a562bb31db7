package io.streamverse.server.catalog;

import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
public class Catalog {
    private final Titles titles;

    Catalog(Titles titles) {
        this.titles = titles;
    }

    /// Drafts too: the decision says that they are none.
    public Optional<PlayableTitle> playable(String titleId) {
        return titles.find(titleId).map(Title::playable);
    }
}
