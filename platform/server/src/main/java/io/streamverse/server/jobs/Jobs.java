package io.streamverse.server.jobs;

import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.media.plan.Accelerator;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How work stands. It is wanted and unwanted by event.
@Singleton
public class Jobs {
    private final JobRepository jobs;
    private final Views views;

    Jobs(JobRepository jobs, Views views) {
        this.jobs = jobs;
        this.views = views;
    }

    public Optional<JobView> find(TenantSpace space, String jobId) {
        return jobs.find(space, jobId).map(views::of);
    }

    /// Of all tenants, newest first; `before` is the last id of the page before.
    public List<JobView> list(int limit, @Nullable String before, JobView.@Nullable State state) {
        var label = state == null ? null : state.name().toLowerCase(Locale.ROOT);
        return jobs.before(before, label, limit).stream().map(views::of).toList();
    }

    /// How long work that is wanted now is likely to wait for its first worker.
    public Duration expectedWait(Accelerator accelerator) {
        return views.expectedWait(accelerator.label());
    }
}
