package io.streamverse.server.media;

import io.streamverse.events.jobs.JobEnded;
import io.streamverse.events.jobs.TaskResult;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.WorkJson;
import io.streamverse.server.limits.Limits;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Objects;

/// What a job's end means for its asset. Of an asset that is gone nothing is left to do but to settle: its objects are
/// swept.
@Singleton
class Outcomes {
    private final AssetRepository assets;
    private final AssetJobRepository jobs;
    private final Versions versions;
    private final Holdings holdings;
    private final Encoded encoded;
    private final Media media;
    private final Limits limits;

    Outcomes(
            AssetRepository assets,
            AssetJobRepository jobs,
            Versions versions,
            Holdings holdings,
            Encoded encoded,
            Media media,
            Limits limits) {
        this.assets = assets;
        this.jobs = jobs;
        this.versions = versions;
        this.holdings = holdings;
        this.encoded = encoded;
        this.media = media;
        this.limits = limits;
    }

    void ended(JobEnded ended) {
        jobs.find(ended.jobId()).ifPresent(job -> {
            var asset = assets.lock(ended.assetId()).filter(it -> it.latest() == ended.version());
            if (job.kind().equals(Encodes.KIND)) {
                encoded.ended(asset.orElse(null), job, ended);
            } else {
                asset.ifPresent(it -> brought(it, job, ended));
            }
        });
    }

    private void brought(Asset asset, AssetJob job, JobEnded ended) {
        ended.results().forEach(it -> take(asset, job, it));
        if (ended.outcome().equals("done")) {
            media.encode(asset.id());
        } else {
            releaseUnused(job, ended);
            media.fail(
                    asset.id(),
                    ended.version(),
                    Objects.requireNonNullElse(ended.code(), "media.job." + ended.outcome()),
                    Objects.requireNonNullElse(ended.detail(), "The job ended: " + ended.outcome()));
        }
    }

    private void take(Asset asset, AssetJob job, TaskResult result) {
        switch (WorkJson.read(result.done(), Done.class)) {
            case Done.Fetched it -> fetched(asset, job, it);
            case Done.Analysed it -> versions.analysed(asset, job.number(), it);
            case Done.Pieces _, Done.Encoded _, Done.Packed _, Done.Pictured _ -> {}
        }
    }

    private void fetched(Asset asset, AssetJob job, Done.Fetched it) {
        var original =
                new Original(new ObjectKey(it.original().key()), it.original().bytes(), it.sha256());
        versions.arrived(asset, original);
        holdings.hold(asset, Holdings.ORIGINAL, original.key(), original.bytes());
        if (job.reservationId() != null) {
            limits.settle(job.reservationId(), BigDecimal.valueOf(original.bytes()));
            jobs.settled(job.jobId());
        }
    }

    private void releaseUnused(AssetJob job, JobEnded ended) {
        if (job.reservationId() != null
                && ended.results().stream().noneMatch(it -> it.task().equals(Works.FETCH))) {
            limits.release(job.reservationId());
        }
    }
}
