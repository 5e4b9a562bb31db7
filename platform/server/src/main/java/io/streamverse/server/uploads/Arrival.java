package io.streamverse.server.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Reads a body as fast as the store takes it: while a part is stored nothing is read, and the sender waits.
final class Arrival {
    private static final int BUFFER = 128 * 1024;
    private static final long RENEWAL_NANOS = 15_000_000_000L;

    private final Writers writers;
    private final Parts parts;
    private final Spool spool;
    private final @Nullable AnnouncedSum sum;
    private final @Nullable MessageDigest whole;
    private Upload upload;
    private long renewedAt = System.nanoTime();
    private boolean trusted;

    Arrival(Upload upload, Writers writers, Parts parts, Spool spool, @Nullable AnnouncedSum sum) {
        this.upload = upload;
        this.writers = writers;
        this.parts = parts;
        this.spool = spool;
        this.sum = sum;
        this.trusted = sum == null;
        this.whole =
                upload.received() == 0 && upload.kind() == Upload.Kind.WHOLE ? AnnouncedSum.digest("SHA-256") : null;
    }

    Upload take(InputStream body) {
        var isWhole = read(body);
        if (sum != null) {
            if (!isWhole) {
                return upload;
            }
            sum.demand();
            trusted = true;
        }
        storeRest();
        return upload;
    }

    /// Of a file that came in one body; else it is left to the analysis.
    @Nullable
    String sha256() {
        return whole == null ? null : HexFormat.of().formatHex(whole.digest());
    }

    /// Says whether the body ended by itself.
    private boolean read(InputStream body) {
        var buffer = new byte[BUFFER];
        try {
            while (missing() > 0) {
                var count = body.read(buffer, 0, (int) Math.min(buffer.length, Math.min(missing(), roomInPart())));
                if (count < 0) {
                    return true;
                }
                add(buffer, count);
            }
            if (body.read(buffer, 0, 1) > 0) {
                throw Writers.tooLarge(upload);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void add(byte[] buffer, int count) {
        spool.add(buffer, count);
        if (whole != null) {
            whole.update(buffer, 0, count);
        }
        if (sum != null) {
            sum.add(buffer, count);
        }
        if (roomInPart() == 0 && missing() > 0) {
            store(upload.kind() == Upload.Kind.PARTIAL ? parts.addPiece(upload, spool) : parts.addPart(upload, spool));
        } else if (System.nanoTime() - renewedAt > RENEWAL_NANOS) {
            writers.renew(upload);
            renewedAt = System.nanoTime();
        }
    }

    private void storeRest() {
        if (spool.bytes() == 0) {
            advance();
        } else if (missing() > 0 || upload.kind() == Upload.Kind.PARTIAL) {
            store(parts.addPiece(upload, spool));
        } else if (upload.multipartId() == null) {
            upload = parts.putWhole(upload, spool);
        } else {
            store(parts.addPart(upload, spool));
        }
    }

    private void store(Upload stored) {
        var before = upload.pieces();
        upload = stored;
        spool.empty();
        if (trusted) {
            advance();
            parts.remove(
                    before.stream().filter(it -> !stored.pieces().contains(it)).toList());
        } else {
            writers.renew(upload);
        }
    }

    private void advance() {
        writers.advance(upload);
        renewedAt = System.nanoTime();
    }

    private long missing() {
        return upload.remaining() - spool.bytes();
    }

    private long roomInPart() {
        var waiting = upload.kind() == Upload.Kind.PARTIAL ? 0 : upload.inPieces();
        return upload.partSize() - waiting - spool.bytes();
    }
}
