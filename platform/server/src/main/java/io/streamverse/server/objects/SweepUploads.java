package io.streamverse.server.objects;

import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.schedule.ScheduledJob;
import io.streamverse.kernel.storage.ObjectStore;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Removes what uploads left that nobody finished.
@Singleton
@Requires(bean = ObjectStore.class)
class SweepUploads implements ScheduledJob {
    private final ObjectStore store;
    private final StorageConfig config;

    SweepUploads(ObjectStore store, StorageConfig config) {
        this.store = store;
        this.config = config;
    }

    @Override
    public String name() {
        return "server.objects.sweep-uploads";
    }

    @Override
    public String cron() {
        return "0 41 * * * *";
    }

    @Override
    public void run(Instant dueAt) {
        store.sweep(config.unfinishedUploads());
    }
}
