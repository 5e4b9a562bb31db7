package io.streamverse.server.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamverse.events.media.WantedTask;
import io.streamverse.events.media.WorkUnwanted;
import io.streamverse.events.media.WorkWanted;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.media.work.Work;
import io.streamverse.server.limits.Claim;
import io.streamverse.server.limits.Limits;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The work that assets want of workers, and what is reserved for it.
@Singleton
class Works {
    static final String FETCH = "fetch";
    static final String ANALYSE = "analyse";
    private static final int PRIORITY = 0;
    private static final Duration LONGEST_QUEUE = Duration.ofDays(7);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AssetJobRepository jobs;
    private final Limits limits;
    private final Outbox outbox;
    private final Ids ids;
    private final InstantSource clock;
    private final MediaConfig config;

    Works(AssetJobRepository jobs, Limits limits, Outbox outbox, Ids ids, InstantSource clock, MediaConfig config) {
        this.jobs = jobs;
        this.limits = limits;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.config = config;
    }

    String assetId() {
        return ids.next(Asset.PREFIX);
    }

    String analyse(Asset asset, Original original) {
        var work = new Work.Analyse(original.key().value(), original.bytes());
        return want(asset, ANALYSE, null, List.of(task(ANALYSE, work, List.of(), 1)));
    }

    /// What is analysed then is what `fetch` brought: its key is known only from that task's result.
    String fetch(Asset asset, URI url, @Nullable Long maxBytes) {
        var most = Objects.requireNonNullElse(maxBytes, config.largestPull());
        var held = limits.reserve(
                new Claim(Limits.STORAGE, BigDecimal.valueOf(most), Holdings.ORIGINAL, asset.id(), LONGEST_QUEUE));
        var fetch = task(FETCH, new Work.Fetch(url, most), List.of(), 0.8);
        var analyse = task(ANALYSE, new Work.Analyse("", 0), List.of(FETCH), 0.2);
        return want(asset, FETCH, held.id(), List.of(fetch, analyse));
    }

    /// Nothing goes on for it, and nothing stays reserved.
    void stop(Asset asset) {
        var job = asset.jobId();
        if (asset.state() == AssetState.PROCESSING && job != null) {
            outbox.add(new WorkUnwanted(asset.id(), job));
            jobs.find(job).ifPresent(this::release);
        }
    }

    void release(AssetJob job) {
        if (job.reservationId() != null) {
            limits.release(job.reservationId());
        }
    }

    private String want(Asset asset, String kind, @Nullable String reservation, List<WantedTask> tasks) {
        var job = jobs.save(
                new AssetJob(ids.next("job"), asset.id(), asset.latest(), kind, reservation, clock.instant()));
        outbox.add(new WorkWanted(asset.id(), asset.latest(), job.jobId(), kind, PRIORITY, tasks));
        return job.jobId();
    }

    private static WantedTask task(String name, Work work, List<String> needs, double weight) {
        try {
            return new WantedTask(name, JSON.writeValueAsString(work), needs, weight, null, null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
