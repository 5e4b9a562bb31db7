package io.streamverse.kernel.storage;

import io.streamverse.kernel.storage.StorageException.ContentMismatch;
import io.streamverse.kernel.storage.StorageException.ObjectTooLarge;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/// Takes a stream in, piece by piece, and checks it against what was expected.
final class Intake {
    private static final int PIECE = 64 * 1024;
    private static final HexFormat HEX = HexFormat.of();

    private final Expectation expected;
    private final MessageDigest sha256 = sha256();
    private final CRC32C crc32c = new CRC32C();
    private long bytes;

    private Intake(Expectation expected) {
        this.expected = expected;
    }

    /// Answers the content's SHA-256 in hex.
    static String copy(InputStream content, WritableByteChannel target, Expectation expected) throws IOException {
        var intake = new Intake(expected);
        intake.copy(content, target);
        return intake.check();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void copy(InputStream content, WritableByteChannel target) throws IOException {
        var piece = new byte[PIECE];
        for (var count = read(content, piece); count >= 0; count = read(content, piece)) {
            bytes += count;
            if (bytes > expected.atMost()) {
                throw new ObjectTooLarge(expected.atMost());
            }
            sha256.update(piece, 0, count);
            crc32c.update(piece, 0, count);
            for (var buffer = ByteBuffer.wrap(piece, 0, count); buffer.hasRemaining(); ) {
                target.write(buffer);
            }
        }
    }

    private static int read(InputStream content, byte[] piece) {
        try {
            return content.read(piece);
        } catch (IOException e) {
            throw new ContentMismatch("The content broke off", e);
        }
    }

    private String check() {
        if (bytes < expected.atLeast()) {
            throw new ContentMismatch("%d bytes were announced, %d came".formatted(expected.atLeast(), bytes));
        }
        var sum = HEX.formatHex(sha256.digest());
        var checksum = expected.checksum();
        if (checksum != null) {
            var actual = switch (checksum.algorithm()) {
                case SHA_256 -> sum;
                case CRC32C -> HEX.toHexDigits((int) crc32c.getValue());
            };
            if (!actual.equals(checksum.hex())) {
                throw new ContentMismatch("The content does not have the %s announced".formatted(checksum.algorithm()));
            }
        }
        return sum;
    }
}
