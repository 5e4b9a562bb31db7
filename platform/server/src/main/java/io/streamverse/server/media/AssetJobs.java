package io.streamverse.server.media;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.media.WorkUnwanted;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.server.jobs.Jobs;
import jakarta.inject.Singleton;

/// This tenant's jobs as they stand. What was wanted a moment ago is queued, even where the workers' queue has not
/// heard of it.
@Singleton
class AssetJobs {
    private final AssetJobRepository mine;
    private final Jobs jobs;
    private final Outbox outbox;

    AssetJobs(AssetJobRepository mine, Jobs jobs, Outbox outbox) {
        this.mine = mine;
        this.jobs = jobs;
        this.outbox = outbox;
    }

    JobResponse get(String id) {
        var job = find(id);
        return JobResponse.of(job, jobs.find(TenantContext.current(), id));
    }

    /// What is finished of it is charged; its asset fails, or stays as it was before.
    @Transactional
    void cancel(String id) {
        outbox.add(new WorkUnwanted(find(id).assetId(), id));
    }

    private AssetJob find(String id) {
        return mine.find(id).orElseThrow(() -> new NotFound("media.job.unknown", "job " + id));
    }
}
