package io.streamverse.server.objects;

import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.health.Readiness;
import io.streamverse.kernel.storage.S3ObjectStore;
import io.streamverse.kernel.storage.StorageException;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A server begins with a bucket that it may use, so that a wrong address or key is noticed. Lost later it makes nobody
/// unready: all servers would be at once, and everything but media goes on without it.
@Singleton
@Requires(bean = S3ObjectStore.class)
class BucketReadiness implements Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(BucketReadiness.class);
    private final S3ObjectStore store;
    private volatile boolean reached;

    BucketReadiness(S3ObjectStore store) {
        this.store = store;
    }

    @Override
    public String part() {
        return "storage";
    }

    @Override
    public Optional<String> missing() {
        if (!reached) {
            try {
                store.demandReachable();
                reached = true;
            } catch (StorageException e) {
                LOG.warn("{}", e.getMessage());
                return Optional.of(String.valueOf(e.getMessage()));
            }
        }
        return Optional.empty();
    }
}
