package io.streamverse.server.media;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.jobs.JobEnded;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.storage.NewObject;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.media.index.SegmentIndex;
import io.streamverse.media.plan.Planner;
import io.streamverse.media.plan.SettledOutput;
import io.streamverse.media.source.MediaInfo;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Output;
import io.streamverse.media.work.WorkJson;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts together what players get of a version: one index over all its renditions, and pictures.
@Singleton
class Bundles {
    private static final Duration OLD_SERVE_FOR = Duration.ofHours(1);
    private final BundleRepository bundles;
    private final Playables playables;
    private final Holdings holdings;
    private final ObjectStore store;
    private final Ids ids;
    private final InstantSource clock;

    Bundles(
            BundleRepository bundles,
            Playables playables,
            Holdings holdings,
            ObjectStore store,
            Ids ids,
            InstantSource clock) {
        this.bundles = bundles;
        this.playables = playables;
        this.holdings = holdings;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    Optional<Bundle> serving(String assetId) {
        return bundles.serving(assetId);
    }

    Map<String, Bundle> serving(List<Asset> of) {
        return of.isEmpty()
                ? Map.of()
                : bundles.serving(of.stream().map(Asset::id).toList()).stream()
                        .collect(Collectors.toMap(Bundle::assetId, Function.identity()));
    }

    /// Serves from now on; the one before goes on for a while.
    Bundle publish(Asset asset, MediaInfo media, PlannedEncode planned, JobEnded ended) {
        var done = ended.results().stream()
                .map(it -> WorkJson.read(it.done(), Done.class))
                .toList();
        var renditions = done.stream()
                .filter(Done.Packed.class::isInstance)
                .flatMap(it -> ((Done.Packed) it).renditions().stream())
                .toList();
        var pictures = done.stream()
                .filter(Done.Pictured.class::isInstance)
                .map(Done.Pictured.class::cast)
                .findFirst();
        var index = index(asset, renditions);
        Stream.of(
                        renditions.stream().map(Done.Rendition::media),
                        Stream.of(index),
                        pictures.stream().flatMap(Bundles::files))
                .flatMap(it -> it)
                .forEach(it -> holdings.keep(asset, Holdings.RENDITION, new ObjectKey(it.key()), it.bytes()));
        bundles.replace(asset.id(), clock.instant());
        playables.changes(asset.id());
        return bundles.save(new Bundle(
                ids.next("bun"),
                asset.id(),
                asset.latest(),
                planned.plan().durationMs(),
                planned.protection(),
                planned.keyId(),
                index.key(),
                described(media, planned, renditions),
                pictures.map(it -> it.storyboard().key()).orElse(null),
                pictures.map(it -> it.posters().stream().map(Output::key).toList())
                        .orElse(List.of()),
                clock.instant(),
                null));
    }

    private Output index(Asset asset, List<Done.Rendition> renditions) {
        var tracks = renditions.stream()
                .flatMap(it -> SegmentIndex.read(
                                store.read(new ObjectKey(it.index().key())))
                        .tracks()
                        .stream()
                        .map(track -> track.in(it.media().key())))
                .toList();
        var bytes = new SegmentIndex(tracks, true).bytes();
        var key = new ObjectKey(
                "%sindexes/%s/%d".formatted(TenantContext.current().folder(), asset.id(), asset.latest()));
        store.put(key, NewObject.of("application/octet-stream"), new ByteArrayInputStream(bytes));
        return new Output("index", key.value(), bytes.length);
    }

    private static Stream<Output> files(Done.Pictured it) {
        return Stream.of(List.of(it.storyboard()), it.sprites(), it.posters()).flatMap(List::stream);
    }

    private static List<Bundle.Rendition> described(
            MediaInfo media, PlannedEncode planned, List<Done.Rendition> renditions) {
        var outputs = Planner.settledOutputs(media, planned.plan());
        return renditions.stream()
                .map(it -> {
                    var output = outputOf(outputs, it.track());
                    return new Bundle.Rendition(
                            it.track(),
                            output.codec(),
                            output.resolution(),
                            it.media().bytes());
                })
                .toList();
    }

    private static SettledOutput outputOf(List<SettledOutput> outputs, String track) {
        return outputs.stream()
                .filter(it -> track.equals(it.track()) || track.startsWith(it.track() + "-c"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody planned " + track));
    }

    /// Files that only the work on it needed: chunks, pieces, parts of the index.
    void discard(Asset asset, JobEnded ended) {
        var files = new ArrayList<Output>();
        for (var result : ended.results()) {
            switch (WorkJson.read(result.done(), Done.class)) {
                case Done.Pieces it -> files.addAll(it.pieces().values());
                case Done.Encoded it -> files.addAll(it.tracks().values());
                case Done.Packed it -> it.renditions().forEach(each -> files.add(each.index()));
                case Done.Fetched _, Done.Analysed _, Done.Pictured _ -> {}
            }
        }
        files.forEach(it -> holdings.discard(asset, new ObjectKey(it.key()), it.bytes()));
    }

    /// Those replaced long enough ago that no player holds an address of theirs.
    @Transactional
    void removeReplaced() {
        Instant before = clock.instant().minus(OLD_SERVE_FOR);
        bundles.replacedBefore(before).forEach(it -> {
            holdings.removeRenditions(it.assetId(), it.number());
            bundles.forget(it.id());
        });
    }
}
