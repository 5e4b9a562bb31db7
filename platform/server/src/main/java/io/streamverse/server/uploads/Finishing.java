package io.streamverse.server.uploads;

import io.streamverse.kernel.problem.Gone;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.storage.StorageException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last step of an upload: its parts become one object, and the asset has its bytes. Repeating it changes nothing,
/// so that whoever looks at an upload whose last step was cut off does it.
@Singleton
class Finishing {
    private final UploadRepository uploads;
    private final Writers writers;
    private final Parts parts;
    private final Booking booking;
    private final Endings endings;

    Finishing(UploadRepository uploads, Writers writers, Parts parts, Booking booking, Endings endings) {
        this.uploads = uploads;
        this.writers = writers;
        this.parts = parts;
        this.booking = booking;
        this.endings = endings;
    }

    void finish(Upload upload, @Nullable String sha256) {
        if (upload.kind() != Upload.Kind.PARTIAL) {
            parts.complete(upload);
        }
        try {
            booking.book(upload, sha256);
        } catch (NotFound e) {
            endings.terminate(upload.id());
            throw new Gone("uploads.upload.gone", "The asset of %s was deleted".formatted(upload.id()));
        }
        clear(List.of(upload.id()));
        clear(upload.partials());
    }

    /// What came whole and was not put together; somebody else may be at it right now.
    Upload finishIfWhole(Upload upload) {
        if (upload.isWhole() && !writers.isTaken(upload) && writers.claimWhole(upload.id())) {
            var claimed = writers.get(upload.id());
            try {
                if (claimed.kind() == Upload.Kind.FINAL) {
                    join(claimed);
                } else {
                    finish(claimed, null);
                }
            } catch (StorageException e) {
                if (Parts.isLost(e)) {
                    endings.expire(claimed.id());
                }
                throw e;
            } finally {
                writers.leave(claimed);
            }
        }
        return writers.get(upload.id());
    }

    private void join(Upload upload) {
        var pieces = upload.partials().stream()
                .flatMap(it -> writers.get(it).pieces().stream())
                .toList();
        try (var content = new DigestInputStream(parts.content(pieces), AnnouncedSum.digest("SHA-256"))) {
            parts.join(upload, content, () -> writers.renew(upload));
            finish(upload, HexFormat.of().formatHex(content.getMessageDigest().digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clear(List<String> ids) {
        ids.forEach(id -> uploads.findById(id).ifPresent(endings::clear));
    }
}
