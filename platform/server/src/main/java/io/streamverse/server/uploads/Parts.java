package io.streamverse.server.uploads;

import io.streamverse.kernel.storage.Expectation;
import io.streamverse.kernel.storage.NewObject;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectPage;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.kernel.storage.StorageException;
import io.streamverse.kernel.tenancy.TenantContext;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.stream.Stream;

/// An upload's bytes in the object store. Parts have one size, as stores demand; what is too little for a part waits
/// in pieces, objects of their own, which the next part takes in.
@Singleton
class Parts {
    private static final NewObject FILE = NewObject.of("application/octet-stream");
    private static final int MOST_PIECES = 64;
    private static final int PAGE = 1_000;

    private final ObjectStore store;

    Parts(ObjectStore store) {
        this.store = store;
    }

    /// Pieces and spool together are as large as a part, or the last of the file.
    Upload addPart(Upload it, Spool spool) {
        var upload = it.multipartId() == null ? it.in(store.begin(it.key(), FILE)) : it;
        var number = upload.etags().size() + 1;
        var bytes = upload.inPieces() + spool.bytes();
        var part = store.uploadPart(
                upload.multipart(), number, Expectation.exactly(bytes), joined(upload.pieces(), spool));
        return upload.withPart(part, spool.bytes());
    }

    /// Of many small bodies one piece is made now and then.
    Upload addPiece(Upload it, Spool spool) {
        var full = it.kind() != Upload.Kind.PARTIAL && it.pieces().size() >= MOST_PIECES;
        var key = new ObjectKey(
                "%s%015d-%d".formatted(Upload.folder(TenantContext.current(), it.id()), it.received(), it.attempt()));
        var content = full ? joined(it.pieces(), spool) : spool.content();
        var bytes = full ? it.inPieces() + spool.bytes() : spool.bytes();
        store.put(key, FILE, Expectation.exactly(bytes), content);
        var piece = new Piece(key.value(), bytes);
        var all = full
                ? List.of(piece)
                : Stream.concat(it.pieces().stream(), Stream.of(piece)).toList();
        return it.withPieces(all, spool.bytes());
    }

    /// A file no larger than a part goes into the store in one.
    Upload putWhole(Upload it, Spool spool) {
        store.put(it.key(), FILE, Expectation.exactly(it.length()), joined(it.pieces(), spool));
        return it.withPieces(List.of(), spool.bytes());
    }

    /// May be repeated.
    void complete(Upload upload) {
        if (upload.multipartId() != null) {
            store.complete(upload.multipart(), upload.parts());
        }
    }

    /// All of `content`, which is as long as the upload; `each` runs before every part.
    void join(Upload upload, InputStream content, Runnable each) {
        if (upload.length() <= upload.partSize()) {
            store.put(upload.key(), FILE, Expectation.exactly(upload.length()), content);
            return;
        }
        var all = upload.in(store.begin(upload.key(), FILE));
        for (var left = upload.length(); left > 0; left = upload.length() - all.received()) {
            each.run();
            var size = Math.min(left, upload.partSize());
            var stretch = new Stretch(content, size);
            var part = store.uploadPart(all.multipart(), all.etags().size() + 1, Expectation.exactly(size), stretch);
            all = all.withPart(part, size);
        }
        store.complete(all.multipart(), all.parts());
    }

    InputStream content(List<Piece> pieces) {
        return new Chain(pieces.stream().map(this::open).iterator());
    }

    void remove(List<Piece> pieces) {
        pieces.forEach(it -> store.delete(new ObjectKey(it.key())));
    }

    /// Everything but the finished file.
    void clear(Upload upload) {
        if (upload.multipartId() != null && upload.state() != Upload.State.FINISHED) {
            store.abort(upload.multipart());
        }
        if (upload.objectKey() != null && upload.state() != Upload.State.FINISHED) {
            store.delete(upload.key());
        }
        var folder = Upload.folder(TenantContext.current(), upload.id());
        for (var page = store.list(folder, null, PAGE);
                !page.entries().isEmpty();
                page = store.list(folder, null, PAGE)) {
            page.entries().stream().map(ObjectPage.Entry::key).forEach(store::delete);
        }
    }

    static boolean isLost(StorageException failure) {
        return failure instanceof StorageException.UploadNotFound || failure instanceof StorageException.ObjectNotFound;
    }

    private InputStream joined(List<Piece> pieces, Spool spool) {
        return pieces.isEmpty() ? spool.content() : new SequenceInputStream(content(pieces), spool.content());
    }

    private InputStream open(Piece piece) {
        return store.get(new ObjectKey(piece.key())).stream();
    }
}
