package io.streamverse.server.catalog;

import io.streamverse.kernel.messaging.OpenTransaction;
import io.streamverse.kernel.signal.Remembered;
import io.streamverse.kernel.signal.Signals;
import io.streamverse.kernel.tenancy.TenantContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Titles that are played now: each start of one asks the same.
@Singleton
class KnownTitles {
    private static final String SIGNAL = "titles";
    private static final int MOST = 20_000;
    private final TitleRepository titles;
    private final OpenTransaction transaction;
    private final Remembered<PlayableTitle> known;

    KnownTitles(TitleRepository titles, OpenTransaction transaction, Signals signals) {
        this.titles = titles;
        this.transaction = transaction;
        this.known = new Remembered<>(signals, SIGNAL, MOST);
    }

    Optional<PlayableTitle> find(String id) {
        return known.find(name(id), () -> titles.find(id).map(Title::playable));
    }

    /// In the transaction that changes it.
    void changes(String id) {
        var name = name(id);
        transaction.afterCommit(() -> known.changed(name));
    }

    private static String name(String id) {
        return TenantContext.current() + "/" + id;
    }
}
