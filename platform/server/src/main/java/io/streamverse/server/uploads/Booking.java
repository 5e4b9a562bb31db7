package io.streamverse.server.uploads;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.problem.Gone;
import io.streamverse.server.limits.Limits;
import io.streamverse.server.media.Media;
import io.streamverse.server.media.Original;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One transaction: the upload is finished, what was reserved is settled, and the asset has its bytes.
@Singleton
class Booking {
    private final UploadRepository uploads;
    private final Limits limits;
    private final Media media;

    Booking(UploadRepository uploads, Limits limits, Media media) {
        this.uploads = uploads;
        this.limits = limits;
        this.media = media;
    }

    @Transactional
    void book(Upload whole, @Nullable String sha256) {
        var current = uploads.lock(whole.id()).orElseThrow();
        switch (current.state()) {
            case FINISHED -> {}
            case TERMINATED, EXPIRED -> throw new Gone("uploads.upload.gone", whole.id() + " was ended");
            case OPEN -> {
                switch (current.kind()) {
                    case WHOLE -> settle(current);
                    case FINAL -> settleAll(current.partials());
                    case PARTIAL -> {}
                }
                if (current.assetId() != null) {
                    media.arrived(current.assetId(), new Original(current.key(), current.length(), sha256));
                }
                uploads.end(current.id(), Upload.State.FINISHED, current.length());
            }
        }
    }

    private void settleAll(List<String> partials) {
        for (var partial : uploads.lock(partials)) {
            settle(partial);
            uploads.end(partial.id(), Upload.State.TERMINATED, partial.length());
        }
    }

    private void settle(Upload upload) {
        if (upload.reservationId() != null) {
            limits.settle(upload.reservationId(), BigDecimal.valueOf(upload.length()));
        }
    }
}
