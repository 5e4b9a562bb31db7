package io.streamverse.server.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamverse.events.jobs.JobEnded;
import io.streamverse.events.jobs.TaskResult;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.media.work.Done;
import io.streamverse.server.limits.Limits;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Objects;

/// What a job's end means for its asset. Of an asset that is gone nothing is left to do: its objects are swept.
@Singleton
class Outcomes {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final AssetRepository assets;
    private final AssetJobRepository jobs;
    private final Versions versions;
    private final Holdings holdings;
    private final Media media;
    private final Limits limits;

    Outcomes(
            AssetRepository assets,
            AssetJobRepository jobs,
            Versions versions,
            Holdings holdings,
            Media media,
            Limits limits) {
        this.assets = assets;
        this.jobs = jobs;
        this.versions = versions;
        this.holdings = holdings;
        this.media = media;
        this.limits = limits;
    }

    void ended(JobEnded ended) {
        var job = jobs.find(ended.jobId()).orElse(null);
        var asset = assets.lock(ended.assetId()).orElse(null);
        if (job == null || asset == null || asset.latest() != ended.version()) {
            return;
        }
        ended.results().forEach(it -> take(asset, job, it));
        if (!ended.outcome().equals("done")) {
            releaseUnused(job, ended);
            media.fail(
                    asset.id(),
                    ended.version(),
                    Objects.requireNonNullElse(ended.code(), "media.job." + ended.outcome()),
                    Objects.requireNonNullElse(ended.detail(), "The job ended: " + ended.outcome()));
        }
    }

    private void take(Asset asset, AssetJob job, TaskResult result) {
        switch (read(result)) {
            case Done.Fetched it -> fetched(asset, job, it);
            case Done.Analysed it -> versions.analysed(asset.id(), job.number(), it.media());
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

    private static Done read(TaskResult result) {
        try {
            return JSON.readValue(result.done(), Done.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No result: " + result.task(), e);
        }
    }
}
