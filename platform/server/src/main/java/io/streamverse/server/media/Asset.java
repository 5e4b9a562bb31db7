package io.streamverse.server.media;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import io.streamverse.kernel.problem.Conflict;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `latest` is the version in the making, or the one made last. While it waits for its bytes, `uploadId` names the
/// upload that may bring them.
@MappedEntity("asset")
public record Asset(
        @Id String id,
        String name,
        @Nullable String externalId,
        @TypeDef(type = DataType.JSON) Map<String, String> metadata,
        boolean keepOriginal,
        AssetState state,
        @Nullable String failureCode,
        @Nullable String failureDetail,
        @Nullable String sourceUrl,
        @Nullable String uploadId,
        @Nullable String jobId,
        int latest,
        Instant createdAt,
        @Nullable Instant deletedAt,
        @Nullable Instant sweptAt,
        @Version int version) {
    public static final String PREFIX = "ast";
    static final int FIRST = 1;

    static Asset waiting(String id, NewAsset wanted, Instant now) {
        return new Asset(
                id,
                wanted.name(),
                wanted.externalId(),
                wanted.metadata(),
                wanted.keepOriginal(),
                AssetState.WAITING,
                null,
                null,
                null,
                null,
                null,
                FIRST,
                now,
                null,
                null,
                0);
    }

    Asset with(AssetPatch patch) {
        return new Asset(
                id,
                patch.name(),
                patch.externalId(),
                patch.metadata(),
                patch.keepOriginal(),
                state,
                failureCode,
                failureDetail,
                sourceUrl,
                uploadId,
                jobId,
                latest,
                createdAt,
                deletedAt,
                sweptAt,
                version);
    }

    /// A failed one begins a new version; what works or is worked on takes no other bytes.
    Asset awaiting(String upload) {
        return switch (state) {
            case WAITING -> {
                if (uploadId != null) {
                    throw new Conflict("media.asset.has-source", "Another upload brings the bytes of " + id);
                }
                yield in(AssetState.WAITING, latest, sourceUrl, upload, jobId);
            }
            case FAILED -> in(AssetState.WAITING, latest + 1, null, upload, null);
            case PROCESSING, PLAYABLE, READY ->
                throw new Conflict("media.asset.has-source", "%s has its bytes already".formatted(id));
        };
    }

    Asset pulling(String url, String job) {
        return in(AssetState.PROCESSING, latest, url, null, job);
    }

    Asset processing(String job) {
        if (state != AssetState.WAITING) {
            throw new Conflict("media.asset.has-source", "%s has its bytes already".formatted(id));
        }
        return in(AssetState.PROCESSING, latest, sourceUrl, null, job);
    }

    Asset failed(String code, String detail) {
        return new Asset(
                id,
                name,
                externalId,
                metadata,
                keepOriginal,
                AssetState.FAILED,
                code,
                detail,
                sourceUrl,
                null,
                jobId,
                latest,
                createdAt,
                deletedAt,
                sweptAt,
                version);
    }

    Asset deleted(Instant now) {
        return new Asset(
                id,
                name,
                externalId,
                metadata,
                keepOriginal,
                state,
                failureCode,
                failureDetail,
                sourceUrl,
                null,
                jobId,
                latest,
                createdAt,
                now,
                null,
                version);
    }

    private Asset in(AssetState next, int number, @Nullable String url, @Nullable String upload, @Nullable String job) {
        return new Asset(
                id,
                name,
                externalId,
                metadata,
                keepOriginal,
                next,
                null,
                null,
                url,
                upload,
                job,
                number,
                createdAt,
                deletedAt,
                sweptAt,
                version);
    }
}
