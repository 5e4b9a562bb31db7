package io.streamverse.worker.encode;

import io.streamverse.media.lease.Encoder;
import io.streamverse.worker.work.WorkFailure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tried until that succeeds once, when the worker registers; what changes on the machine afterwards is seen after a
/// restart.
@Singleton
class TriedEncoders implements io.streamverse.worker.leases.Encoders {
    private static final Logger LOG = LoggerFactory.getLogger(TriedEncoders.class);
    private final Encoders encoders;
    private @Nullable List<Encoder> found;
    private int failures;

    TriedEncoders(Encoders encoders) {
        this.encoders = encoders;
    }

    @Override
    public synchronized List<Encoder> found() throws IOException {
        if (found == null) {
            found = tried();
        }
        return found;
    }

    @Override
    public @Nullable String device() {
        try {
            return encoders.gpu().orElse(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private List<Encoder> tried() throws IOException {
        try {
            return encoders.usable().stream()
                    .map(it -> new Encoder(it.codec(), it.accelerator()))
                    .distinct()
                    .toList();
        } catch (WorkFailure e) {
            failures++;
            if (failures > 1) {
                LOG.error("The encoders could not be tried: {}", e.log(), e);
            }
            throw new IOException("The encoders could not be tried", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }
}
