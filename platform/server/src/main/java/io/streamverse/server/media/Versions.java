package io.streamverse.server.media;

import io.streamverse.kernel.ids.Ids;
import io.streamverse.media.source.MediaInfo;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is known of each version's bytes. The same bytes twice are told, and refused nowhere.
@Singleton
class Versions {
    private final VersionRepository versions;
    private final Ids ids;
    private final InstantSource clock;

    Versions(VersionRepository versions, Ids ids, InstantSource clock) {
        this.versions = versions;
        this.ids = ids;
        this.clock = clock;
    }

    void begin(Asset asset) {
        versions.save(AssetVersion.empty(ids.next("ver"), asset, clock.instant()));
    }

    void arrived(Asset asset, Original original) {
        var sum = original.sha256();
        versions.update(get(asset.id(), asset.latest())
                .of(original.key().value(), original.bytes(), sum, twin(asset.id(), sum)));
    }

    void analysed(String assetId, int number, MediaInfo found) {
        versions.update(get(assetId, number).analysed(found, twin(assetId, found.sha256())));
    }

    Optional<AssetVersion> latest(Asset asset) {
        return versions.find(asset.id(), asset.latest());
    }

    Map<String, AssetVersion> latestOf(List<Asset> assets) {
        return assets.isEmpty()
                ? Map.of()
                : versions.latestOf(assets.stream().map(Asset::id).toList()).stream()
                        .collect(Collectors.toMap(AssetVersion::assetId, Function.identity()));
    }

    private AssetVersion get(String assetId, int number) {
        return versions.find(assetId, number).orElseThrow();
    }

    private @Nullable String twin(String assetId, @Nullable String sum) {
        return sum == null ? null : versions.twin(sum, assetId).orElse(null);
    }
}
