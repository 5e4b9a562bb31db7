package io.streamverse.server.access;

import io.streamverse.kernel.messaging.OpenTransaction;
import io.streamverse.kernel.signal.Remembered;
import io.streamverse.kernel.signal.Signals;
import io.streamverse.kernel.tenancy.TenantContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Tiers that decisions go by.
@Singleton
class KnownTiers {
    private static final String SIGNAL = "tiers";
    private static final int MOST = 20_000;
    private final TierRepository tiers;
    private final OpenTransaction transaction;
    private final Remembered<Tier> known;

    KnownTiers(TierRepository tiers, OpenTransaction transaction, Signals signals) {
        this.tiers = tiers;
        this.transaction = transaction;
        this.known = new Remembered<>(signals, SIGNAL, MOST);
    }

    Optional<Tier> find(String name) {
        return known.find(key(name), () -> tiers.find(name).map(TierRow::tier));
    }

    /// In the transaction that changes it.
    void changes(String name) {
        var key = key(name);
        transaction.afterCommit(() -> known.changed(key));
    }

    private static String key(String name) {
        return TenantContext.current() + "/" + name;
    }
}
