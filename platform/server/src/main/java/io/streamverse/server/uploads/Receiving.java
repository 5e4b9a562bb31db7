package io.streamverse.server.uploads;

import io.streamverse.kernel.problem.Gone;
import io.streamverse.kernel.storage.StorageException;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One body of bytes on its way into an upload. What came before a connection broke is kept, unless a checksum was
/// announced, which only the whole body can have.
@Singleton
class Receiving {
    private final Writers writers;
    private final Parts parts;
    private final Finishing finishing;
    private final Endings endings;
    private final UploadsConfig config;

    Receiving(Writers writers, Parts parts, Finishing finishing, Endings endings, UploadsConfig config) {
        this.writers = writers;
        this.parts = parts;
        this.finishing = finishing;
        this.endings = endings;
        this.config = config;
    }

    Upload receive(
            String id, long offset, OptionalLong announced, Optional<AnnouncedSum> sum, @Nullable InputStream body) {
        var claimed = writers.claim(id, offset, announced);
        if (claimed.state() == Upload.State.FINISHED) {
            return claimed;
        }
        try (var spool = Spool.in(config.spool())) {
            var arrival = new Arrival(claimed, writers, parts, spool, sum.orElse(null));
            var arrived = body == null ? claimed : arrival.take(new Patient(body, config.silence()));
            if (arrived.remaining() == 0) {
                finishing.finish(arrived, arrival.sha256());
            }
            return arrived;
        } catch (StorageException e) {
            throw Parts.isLost(e) ? lost(claimed) : e;
        } finally {
            writers.leave(claimed);
        }
    }

    /// What was stored is there no more: swept, as it was forgotten for too long.
    private Gone lost(Upload upload) {
        endings.expire(upload.id());
        return new Gone("uploads.upload.gone", "%s was swept away".formatted(upload.id()));
    }
}
