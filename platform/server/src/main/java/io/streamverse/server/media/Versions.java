package io.streamverse.server.media;

import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.media.source.MediaInfo;
import io.streamverse.media.work.Done;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is known of each version's bytes. The same bytes twice are told, and refused nowhere.
@Singleton
class Versions {
    private final VersionRepository versions;
    private final FoundCaptions captions;
    private final Holdings holdings;
    private final Ids ids;
    private final InstantSource clock;

    Versions(VersionRepository versions, FoundCaptions captions, Holdings holdings, Ids ids, InstantSource clock) {
        this.versions = versions;
        this.captions = captions;
        this.holdings = holdings;
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

    void analysed(Asset asset, int number, Done.Analysed found) {
        var media = found.media().with(captions.take(asset, found));
        versions.update(get(asset.id(), number).analysed(media, twin(asset.id(), media.sha256())));
    }

    MediaInfo media(String assetId, int number) {
        return Objects.requireNonNull(get(assetId, number).media(), "Nobody has analysed it");
    }

    String original(Asset asset) {
        var version = get(asset.id(), asset.latest());
        var key = version.originalKey();
        if (key == null || !holdings.holds(key)) {
            throw new Conflict("media.asset.no-original", "The file of %s was not kept".formatted(asset.id()));
        }
        return key;
    }

    /// The bytes of the version before, to be made into something else.
    void again(Asset asset) {
        var before = get(asset.id(), asset.latest() - 1);
        versions.save(new AssetVersion(
                ids.next("ver"),
                asset.id(),
                asset.latest(),
                before.originalKey(),
                before.originalBytes(),
                before.sha256(),
                before.duplicateOf(),
                before.media(),
                clock.instant()));
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
