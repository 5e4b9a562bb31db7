package io.streamverse.server.uploads;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.streamverse.kernel.storage.MultipartUpload;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.UploadedPart;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A file on its way. PARTIAL ones are kept in pieces until a FINAL one joins them.
@MappedEntity("upload")
record Upload(
        @Id String id,
        Kind kind,
        State state,
        @Nullable String assetId,
        @Nullable String objectKey,
        long length,
        long received,
        long partSize,
        @Nullable String multipartId,
        @TypeDef(type = DataType.JSON) List<String> etags,
        @TypeDef(type = DataType.JSON) List<Piece> pieces,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> partials,
        String metadata,
        @Nullable String reservationId,
        long attempt,
        @Nullable Instant writerUntil,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant clearedAt) {
    static final String PREFIX = "upl";

    enum Kind {
        WHOLE,
        PARTIAL,
        FINAL
    }

    enum State {
        OPEN,
        FINISHED,
        TERMINATED,
        EXPIRED
    }

    long remaining() {
        return length - received;
    }

    long inPieces() {
        return pieces.stream().mapToLong(Piece::bytes).sum();
    }

    /// Everything has come, and it is only to be put together.
    boolean isWhole() {
        return state == State.OPEN && (received == length || kind == Kind.FINAL);
    }

    ObjectKey key() {
        return new ObjectKey(Objects.requireNonNull(objectKey));
    }

    MultipartUpload multipart() {
        return new MultipartUpload(key(), Objects.requireNonNull(multipartId));
    }

    List<UploadedPart> parts() {
        return IntStream.range(0, etags.size())
                .mapToObj(it -> new UploadedPart(it + 1, etags.get(it)))
                .toList();
    }

    Upload takenAs(long number) {
        return with(received, multipartId, etags, pieces, number);
    }

    Upload in(MultipartUpload begun) {
        return with(received, begun.id(), etags, pieces, attempt);
    }

    /// The pieces are in the part.
    Upload withPart(UploadedPart part, long bytes) {
        return with(
                received + bytes,
                multipartId,
                Stream.concat(etags.stream(), Stream.of(part.etag())).toList(),
                List.of(),
                attempt);
    }

    Upload withPieces(List<Piece> all, long bytes) {
        return with(received + bytes, multipartId, etags, all, attempt);
    }

    private Upload with(long bytes, @Nullable String multipart, List<String> tags, List<Piece> all, long number) {
        return new Upload(
                id,
                kind,
                state,
                assetId,
                objectKey,
                length,
                bytes,
                partSize,
                multipart,
                tags,
                all,
                partials,
                metadata,
                reservationId,
                number,
                writerUntil,
                createdAt,
                expiresAt,
                clearedAt);
    }

    /// Where its pieces lie, and nothing else.
    static String folder(TenantSpace space, String id) {
        return space.folder() + "uploads/" + id + "/";
    }
}
