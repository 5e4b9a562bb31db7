package io.streamverse.server.manifests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.media.index.SegmentIndex;
import io.streamverse.media.manifest.Storyboard;
import io.streamverse.server.media.PlayableAsset;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// The films that are watched now. An index is written once and never changed, so its key says whether it is the one.
@Singleton
class Films {
    private static final int BYTES_PER_SEGMENT = 13;
    private final ObjectStore store;
    private final Cache<String, Parts> known;

    private record Parts(SegmentIndex index, @Nullable Storyboard storyboard) {
        int weight() {
            return 1_000
                    + index.tracks().stream()
                            .mapToInt(it ->
                                    500 + BYTES_PER_SEGMENT * it.segments().count())
                            .sum();
        }
    }

    Films(ObjectStore store, ManifestsConfig config) {
        this.store = store;
        this.known = Caffeine.newBuilder()
                .maximumWeight(config.memory())
                .weigher((String _, Parts it) -> it.weight())
                .build();
    }

    Film of(PlayableAsset asset) {
        var parts = known.get(asset.indexKey(), _ -> read(asset));
        return new Film(asset, parts.index, parts.storyboard);
    }

    private Parts read(PlayableAsset asset) {
        return new Parts(
                SegmentIndex.read(store.read(new ObjectKey(asset.indexKey()))), storyboard(asset.storyboardKey()));
    }

    private @Nullable Storyboard storyboard(@Nullable String key) {
        if (key == null) {
            return null;
        }
        var file = key.substring(key.lastIndexOf('/') + 1);
        return Storyboard.of(file, new String(store.read(new ObjectKey(key)), UTF_8))
                .orElse(null);
    }
}
