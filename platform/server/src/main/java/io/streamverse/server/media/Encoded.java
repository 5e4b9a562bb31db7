package io.streamverse.server.media;

import io.streamverse.events.jobs.JobEnded;
import io.streamverse.events.media.AssetFailed;
import io.streamverse.events.media.AssetReady;
import io.streamverse.kernel.messaging.Outbox;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The end of an encode: charged in any case, published where it is done.
@Singleton
class Encoded {
    private final AssetRepository assets;
    private final Versions versions;
    private final Encodes encodes;
    private final Bundles bundles;
    private final Holdings holdings;
    private final Outbox outbox;

    Encoded(
            AssetRepository assets,
            Versions versions,
            Encodes encodes,
            Bundles bundles,
            Holdings holdings,
            Outbox outbox) {
        this.assets = assets;
        this.versions = versions;
        this.encodes = encodes;
        this.bundles = bundles;
        this.holdings = holdings;
        this.outbox = outbox;
    }

    void ended(@Nullable Asset asset, AssetJob job, JobEnded ended) {
        var media = versions.media(job.assetId(), job.number());
        encodes.settle(job, media, ended);
        if (asset == null) {
            return;
        }
        if (ended.outcome().equals("done")) {
            var bundle = bundles.publish(asset, media, encodes.planned(job.jobId()), ended);
            assets.update(asset.ready());
            outbox.add(new AssetReady(asset.id(), asset.latest(), bundle.durationMs()));
            if (!asset.keepOriginal()) {
                holdings.removeOriginal(asset);
            }
        } else {
            failed(asset, ended);
        }
        bundles.discard(asset, ended);
    }

    /// A version that was to replace another leaves that one in its place.
    private void failed(Asset asset, JobEnded ended) {
        var code = Objects.requireNonNullElse(ended.code(), "media.job." + ended.outcome());
        var detail = Objects.requireNonNullElse(ended.detail(), "The encode ended: " + ended.outcome());
        if (asset.state() != AssetState.READY) {
            assets.update(asset.failed(code, detail));
        }
        outbox.add(new AssetFailed(asset.id(), asset.latest(), code, detail));
    }
}
