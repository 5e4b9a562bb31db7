package io.streamverse.server.uploads;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.storage.StorageException;
import io.streamverse.server.limits.Limits;
import io.streamverse.server.media.Media;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Uploads that end without a file: what they held is free again, and what came of them is removed.
@Singleton
class Endings {
    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);
    private final UploadRepository uploads;
    private final Parts parts;
    private final Limits limits;
    private final Media media;
    private final InstantSource clock;

    Endings(UploadRepository uploads, Parts parts, Limits limits, Media media, InstantSource clock) {
        this.uploads = uploads;
        this.parts = parts;
        this.limits = limits;
        this.media = media;
        this.clock = clock;
    }

    void terminate(String id) {
        end(id, Upload.State.TERMINATED, "media.upload.terminated", "The upload was given up");
        uploads.findById(id).ifPresent(this::clear);
    }

    void expire(String id) {
        end(id, Upload.State.EXPIRED, "media.upload.expired", "The upload was not finished in time");
        uploads.findById(id).ifPresent(this::clear);
    }

    /// Failing is no harm: a job tries again until nothing is left.
    void clear(Upload upload) {
        try {
            if (upload.kind() != Upload.Kind.PARTIAL || upload.state() != Upload.State.FINISHED) {
                parts.clear(upload);
                uploads.cleared(upload.id(), clock.instant());
            }
        } catch (StorageException e) {
            LOG.warn("What is left of {} could not be removed and will be tried again", upload.id(), e);
        }
    }

    @Transactional
    void end(String id, Upload.State state, String code, String detail) {
        var upload = uploads.lock(id).orElseThrow();
        switch (upload.state()) {
            case OPEN -> {}
            case TERMINATED, EXPIRED -> {
                return;
            }
            case FINISHED -> {
                if (upload.kind() != Upload.Kind.PARTIAL) {
                    throw new Conflict("uploads.upload.finished", id + " is an asset now: delete that");
                }
            }
        }
        if (upload.reservationId() != null) {
            limits.release(upload.reservationId());
        }
        if (upload.assetId() != null) {
            media.missed(upload.assetId(), id, code, detail);
        }
        uploads.end(id, state, upload.received());
    }
}
