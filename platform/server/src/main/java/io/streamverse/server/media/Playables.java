package io.streamverse.server.media;

import io.streamverse.kernel.messaging.OpenTransaction;
import io.streamverse.kernel.signal.Remembered;
import io.streamverse.kernel.signal.Signals;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.tenancy.TenantContext;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Assets as players get them, captions and all.
@Singleton
class Playables {
    private static final String SIGNAL = "playables";
    private static final int MOST = 20_000;
    private final BundleRepository bundles;
    private final CaptionRepository captions;
    private final OpenTransaction transaction;
    private final Remembered<PlayableAsset> known;

    Playables(BundleRepository bundles, CaptionRepository captions, OpenTransaction transaction, Signals signals) {
        this.bundles = bundles;
        this.captions = captions;
        this.transaction = transaction;
        this.known = new Remembered<>(signals, SIGNAL, MOST);
    }

    Optional<PlayableAsset> find(String assetId) {
        return bundles.serving(assetId).map(this::playable);
    }

    /// Also one that was replaced, while it goes on.
    Optional<PlayableAsset> find(String assetId, int version) {
        return bundles.of(assetId, version).map(this::playable);
    }

    Optional<PlayableAsset> remembered(String assetId) {
        return known.find(name(assetId), () -> find(assetId));
    }

    List<ShownAsset> shown(Collection<String> assetIds) {
        return assetIds.isEmpty()
                ? List.of()
                : bundles.serving(assetIds).stream().map(Playables::shown).toList();
    }

    Optional<ObjectKey> poster(String assetId, int version, int index) {
        return bundles.of(assetId, version)
                .map(Bundle::posterKeys)
                .filter(it -> index < it.size())
                .map(it -> new ObjectKey(it.get(index)));
    }

    /// In the transaction that changes it.
    void changes(String assetId) {
        var name = name(assetId);
        transaction.afterCommit(() -> known.changed(name));
    }

    private PlayableAsset playable(Bundle it) {
        return it.withCaptions(captions.of(it.assetId()));
    }

    private static ShownAsset shown(Bundle it) {
        return new ShownAsset(
                it.assetId(), it.number(), it.durationMs(), it.posterKeys().size());
    }

    private static String name(String assetId) {
        return TenantContext.current() + "/" + assetId;
    }
}
