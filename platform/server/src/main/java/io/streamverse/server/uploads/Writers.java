package io.streamverse.server.uploads;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.Forbidden;
import io.streamverse.kernel.problem.Gone;
import io.streamverse.kernel.problem.Locked;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.problem.TooLarge;
import io.streamverse.server.limits.Limits;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;

/// One writer per upload over all servers. Who writes holds a lease and its attempt's number; whoever was replaced, or
/// whose upload was ended, learns so before anything of his counts.
@Singleton
class Writers {
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final long SLOWEST_STORE = 50_000_000;

    private final UploadRepository uploads;
    private final Limits limits;
    private final UploadsConfig config;
    private final InstantSource clock;

    Writers(UploadRepository uploads, Limits limits, UploadsConfig config, InstantSource clock) {
        this.uploads = uploads;
        this.limits = limits;
        this.config = config;
        this.clock = clock;
    }

    /// How long what is reserved for an upload is held after its last bytes.
    static Duration held(UploadsConfig config) {
        return config.expiresAfter().plus(Duration.ofHours(1));
    }

    Upload get(String id) {
        var upload = uploads.findById(id).orElseThrow(() -> unknown(id));
        demandThere(upload);
        return upload;
    }

    @Transactional
    Upload claim(String id, long offset, OptionalLong announced) {
        var upload = lock(id);
        if (upload.kind() == Upload.Kind.FINAL) {
            throw new Forbidden("uploads.upload.final", "What is joined of others takes no bytes");
        }
        demandFree(upload);
        if (offset != upload.received()) {
            throw new Conflict(
                    "uploads.offset.mismatch",
                    "%d bytes are here, and yours begin at %d".formatted(upload.received(), offset));
        }
        demandRoom(upload, announced);
        if (upload.state() == Upload.State.FINISHED) {
            return upload;
        }
        if (upload.reservationId() != null) {
            limits.extend(upload.reservationId(), held(config));
        }
        return take(upload);
    }

    /// To put together what has come; false where somebody is at it already, or has done it.
    @Transactional
    boolean claimWhole(String id) {
        var upload = lock(id);
        if (!upload.isWhole() || isTaken(upload)) {
            return false;
        }
        take(upload);
        return true;
    }

    @Transactional
    void renew(Upload upload) {
        if (uploads.renew(upload.id(), upload.attempt(), until(0)) == 0) {
            throw replaced(upload);
        }
    }

    /// What stands there is safe in the store.
    @Transactional
    void advance(Upload it) {
        var now = clock.instant();
        var left = it.remaining() == 0 ? it.length() : it.partSize();
        var advanced = uploads.advance(
                it.id(),
                it.attempt(),
                it.received(),
                it.multipartId(),
                it.etags(),
                it.pieces(),
                until(left),
                now.plus(config.expiresAfter()));
        if (advanced == 0) {
            throw replaced(it);
        }
    }

    @Transactional
    void leave(Upload upload) {
        uploads.leave(upload.id(), upload.attempt());
    }

    Upload lock(String id) {
        var upload = uploads.lock(id).orElseThrow(() -> unknown(id));
        demandThere(upload);
        return upload;
    }

    boolean isTaken(Upload upload) {
        return upload.writerUntil() != null && upload.writerUntil().isAfter(clock.instant());
    }

    private Upload take(Upload upload) {
        var attempt = upload.attempt() + 1;
        uploads.take(upload.id(), attempt, until(upload.remaining() == 0 ? upload.length() : 0));
        return upload.takenAs(attempt);
    }

    private void demandThere(Upload upload) {
        var late = upload.state() == Upload.State.OPEN
                && !isTaken(upload)
                && upload.received() < upload.length()
                && !upload.expiresAt().isAfter(clock.instant());
        switch (upload.state()) {
            case OPEN, FINISHED -> {
                if (late) {
                    throw gone(upload, "has expired");
                }
            }
            case TERMINATED -> throw gone(upload, "was terminated");
            case EXPIRED -> throw gone(upload, "has expired");
        }
    }

    private void demandFree(Upload upload) {
        if (isTaken(upload)) {
            throw new Locked("uploads.upload.locked", "Another request is writing to " + upload.id());
        }
    }

    private static void demandRoom(Upload upload, OptionalLong announced) {
        if (announced.isPresent() && announced.getAsLong() > upload.remaining()) {
            throw tooLarge(upload);
        }
    }

    static TooLarge tooLarge(Upload upload) {
        return new TooLarge(
                "uploads.body.too-large", "%d bytes are missing, and the body has more".formatted(upload.remaining()));
    }

    private static Gone gone(Upload upload, String why) {
        return new Gone("uploads.upload.gone", "%s %s".formatted(upload.id(), why));
    }

    private static Gone replaced(Upload upload) {
        return gone(upload, "was ended, or somebody else went on with it");
    }

    private static NotFound unknown(String id) {
        return new NotFound("uploads.upload.unknown", "upload " + id);
    }

    /// Long enough for storing what is to be stored.
    private Instant until(long bytes) {
        return clock.instant()
                .plus(config.silence().multipliedBy(2))
                .plus(MARGIN)
                .plusSeconds(bytes / SLOWEST_STORE);
    }
}
