package io.streamverse.server.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.server.media.Media;
import io.streamverse.server.media.PlayableAsset;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/// Segment indexes in use, up to so many bytes. A version never changes; that it was removed shows when its file is
/// not there.
@Singleton
class Shelves {
    private static final Duration UNUSED = Duration.ofMinutes(30);
    private final Media media;
    private final ObjectStore store;
    private final Cache<Version, Shelf> known;

    Shelves(Media media, ObjectStore store, DeliveryConfig config) {
        this.media = media;
        this.store = store;
        this.known = Caffeine.newBuilder()
                .maximumWeight(config.indexMemory())
                .weigher((Version _, Shelf shelf) -> shelf.weight())
                .expireAfterAccess(UNUSED)
                .build();
    }

    private record Version(TenantSpace space, String assetId, int number) {}

    /// Without asking anybody.
    Optional<Shelf> remembered(Pass pass) {
        return Optional.ofNullable(known.getIfPresent(version(pass)));
    }

    Shelf get(Pass pass) {
        return known.get(
                version(pass),
                _ -> Shelf.of(store.read(new ObjectKey(playable(pass).indexKey())), store));
    }

    PlayableAsset playable(Pass pass) {
        return media.playable(pass.assetId(), pass.version()).orElseThrow(Shelves::unknown);
    }

    static NotFound unknown() {
        return new NotFound("delivery.media.unknown", "media at this address");
    }

    private static Version version(Pass pass) {
        return new Version(TenantContext.current(), pass.assetId(), pass.version());
    }
}
