package io.streamverse.server.jobs;

import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.media.lease.KeyWanted;
import io.streamverse.media.work.ContentKey;
import io.streamverse.media.work.Work;
import io.streamverse.media.work.WorkJson;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives an attempt the key that its task names, and no other.
@Singleton
class Keyring {
    private final Attempts attempts;
    private final JobRepository jobs;
    private final @Nullable ContentKeys keys;

    Keyring(Attempts attempts, JobRepository jobs, @Nullable ContentKeys keys) {
        this.attempts = attempts;
        this.jobs = jobs;
        this.keys = keys;
    }

    ContentKey find(String lease, KeyWanted wanted) {
        var task = attempts.current(lease, wanted.attempt());
        var names = WorkJson.read(task.work(), Work.class) instanceof Work.Pack it
                && wanted.keyId().equals(it.keyId());
        return (names && keys != null
                        ? TenantContext.call(jobs.get(task.job()).space(), () -> keys.find(wanted.keyId()))
                        : Optional.<ContentKey>empty())
                .orElseThrow(() -> new NotFound("jobs.key.unknown", "key " + wanted.keyId() + " for this task"));
    }
}
