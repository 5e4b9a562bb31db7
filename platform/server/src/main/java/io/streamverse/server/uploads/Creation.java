package io.streamverse.server.uploads;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.problem.TooLarge;
import io.streamverse.server.limits.Claim;
import io.streamverse.server.limits.Limits;
import io.streamverse.server.media.Asset;
import io.streamverse.server.media.Media;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The first step of an upload: room is reserved for all its bytes before the first one is taken.
@Singleton
class Creation {
    private final UploadRepository uploads;
    private final Limits limits;
    private final Media media;
    private final Ids ids;
    private final UploadsConfig config;
    private final InstantSource clock;

    Creation(UploadRepository uploads, Limits limits, Media media, Ids ids, UploadsConfig config, InstantSource clock) {
        this.uploads = uploads;
        this.limits = limits;
        this.media = media;
        this.ids = ids;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    Upload begin(long length, UploadMetadata metadata) {
        var id = reserved(length);
        return uploads.save(upload(id, Upload.Kind.WHOLE, length, metadata, assetFor(id.id(), metadata), List.of()));
    }

    @Transactional
    Upload beginPartial(long length, UploadMetadata metadata) {
        var id = reserved(length);
        return uploads.save(upload(id, Upload.Kind.PARTIAL, length, metadata, null, List.of()));
    }

    /// Its bytes are reserved by its partials.
    @Transactional
    Upload beginFinal(List<String> partials, UploadMetadata metadata) {
        var found = uploads.lock(partials).stream().collect(Collectors.toMap(Upload::id, Function.identity()));
        var length = 0L;
        for (var id : partials) {
            var partial = found.get(id);
            if (partial == null) {
                throw new NotFound("uploads.upload.unknown", "upload " + id);
            }
            if (partial.kind() != Upload.Kind.PARTIAL || partial.state() != Upload.State.FINISHED) {
                throw new Conflict("uploads.concat.unfinished", id + " is no finished partial upload");
            }
            length += partial.length();
        }
        demandTwice(partials, found.size());
        demandFits(length);
        var id = new Reserved(ids.next(Upload.PREFIX), null);
        return uploads.save(upload(id, Upload.Kind.FINAL, length, metadata, assetFor(id.id(), metadata), partials));
    }

    private record Reserved(String id, @Nullable String reservation) {}

    private Reserved reserved(long length) {
        demandFits(length);
        var id = ids.next(Upload.PREFIX);
        var claim = new Claim(Limits.STORAGE, BigDecimal.valueOf(length), "original", id, Writers.held(config));
        return new Reserved(id, limits.reserve(claim).id());
    }

    private Asset assetFor(String upload, UploadMetadata metadata) {
        var asset = metadata.assetId() == null ? media.begin(metadata.toAsset()).id() : metadata.assetId();
        return media.await(asset, upload);
    }

    private Upload upload(
            Reserved id,
            Upload.Kind kind,
            long length,
            UploadMetadata metadata,
            @Nullable Asset asset,
            List<String> partials) {
        var now = clock.instant();
        return new Upload(
                id.id(),
                kind,
                Upload.State.OPEN,
                asset == null ? null : asset.id(),
                asset == null ? null : media.originalKey(asset).value(),
                length,
                0,
                config.partSizeFor(length),
                null,
                List.of(),
                List.of(),
                partials,
                metadata.raw(),
                id.reservation(),
                0,
                null,
                now,
                now.plus(config.expiresAfter()),
                null);
    }

    private void demandFits(long length) {
        if (length > config.largest()) {
            throw new TooLarge(
                    "uploads.length.too-large", "An upload has at most %d bytes".formatted(config.largest()));
        }
        if (length == 0) {
            throw new Rejected("uploads.length.empty", "A file without a byte cannot be played");
        }
    }

    private static void demandTwice(List<String> partials, int different) {
        if (different < partials.size()) {
            throw new Rejected("uploads.concat.repeated", "A partial upload is joined once");
        }
    }
}
