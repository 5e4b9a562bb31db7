package io.streamverse.server.media;

import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectPage;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.kernel.storage.StorageException;
import io.streamverse.kernel.tenancy.TenantContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes from the store what is removed from the books. Workers that were stopped may still be writing: a deleted
/// asset is swept at once, and a last time when no address given to one is valid any more.
@Singleton
class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Duration LATE_WRITERS = Duration.ofDays(1);
    private static final int PAGE = 1_000;

    private final AssetRepository assets;
    private final FileRepository files;
    private final AssetJobRepository jobs;
    private final ObjectStore store;
    private final InstantSource clock;

    Sweep(
            AssetRepository assets,
            FileRepository files,
            AssetJobRepository jobs,
            ObjectStore store,
            InstantSource clock) {
        this.assets = assets;
        this.files = files;
        this.jobs = jobs;
        this.store = store;
        this.clock = clock;
    }

    /// In the environment in charge. What cannot be removed now is tried again the next time.
    void run() {
        files.toSweep()
                .forEach(it -> attempt(it.objectKey(), () -> {
                    store.delete(new ObjectKey(it.objectKey()));
                    files.forget(it.id());
                }));
        var settledBefore = clock.instant().minus(LATE_WRITERS);
        assets.toSweep(settledBefore)
                .forEach(it -> attempt(it.id(), () -> {
                    removeAllOf(it);
                    if (it.deletedAt() != null && it.deletedAt().isBefore(settledBefore)) {
                        assets.forget(it.id());
                    } else {
                        assets.swept(it.id(), clock.instant());
                    }
                }));
    }

    private void removeAllOf(Asset asset) {
        var root = TenantContext.current().folder();
        Stream.concat(
                        Stream.of("%soriginals/%s/".formatted(root, asset.id())),
                        jobs.of(asset.id()).stream().map(it -> "%swork/%s/".formatted(root, it.jobId())))
                .forEach(this::removeUnder);
    }

    private void removeUnder(String prefix) {
        for (var page = store.list(prefix, null, PAGE);
                !page.entries().isEmpty();
                page = store.list(prefix, null, PAGE)) {
            page.entries().stream().map(ObjectPage.Entry::key).forEach(store::delete);
        }
    }

    private static void attempt(String what, Runnable removal) {
        try {
            removal.run();
        } catch (StorageException e) {
            LOG.warn("{} could not be removed and will be tried again", what, e);
        }
    }
}
