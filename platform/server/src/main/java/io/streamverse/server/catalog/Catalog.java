package io.streamverse.server.catalog;

import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
public class Catalog {
    /// Drafts too: the decision says that they are none.
    public Optional<PlayableTitle> playable(String titleId) {
        throw new UnsupportedOperationException(titleId);
    }
}
