package io.streamverse.server.uploads;

import io.streamverse.kernel.problem.Corrupted;
import io.streamverse.kernel.problem.Malformed;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.CRC32C;

/// A checksum of one body: what was announced, and what comes.
final class AnnouncedSum {
    static final String ALGORITHMS = "sha1,sha256,crc32c";

    private final byte[] announced;
    private final Sum sum;

    private AnnouncedSum(byte[] announced, Sum sum) {
        this.announced = announced;
        this.sum = sum;
    }

    static AnnouncedSum read(String header) {
        var parts = header.strip().split(" ", 2);
        try {
            return new AnnouncedSum(
                    Base64.getDecoder().decode(parts.length == 2 ? parts[1].strip() : ""), sum(parts[0]));
        } catch (IllegalArgumentException e) {
            throw new Malformed(
                    "uploads.checksum.malformed", "Upload-Checksum is one of %s, and base64".formatted(ALGORITHMS));
        }
    }

    void add(byte[] bytes, int count) {
        sum.add(bytes, count);
    }

    void demand() {
        if (!MessageDigest.isEqual(announced, sum.value())) {
            throw new Corrupted(
                    "uploads.checksum.mismatch", "The body does not have the checksum announced; none of it is kept");
        }
    }

    private interface Sum {
        void add(byte[] bytes, int count);

        byte[] value();
    }

    private static Sum sum(String algorithm) {
        return switch (algorithm) {
            case "sha1" -> new Digest(digest("SHA-1"));
            case "sha256" -> new Digest(digest("SHA-256"));
            case "crc32c" -> new Crc(new CRC32C());
            default -> throw new IllegalArgumentException(algorithm);
        };
    }

    static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Digest(MessageDigest digest) implements Sum {
        @Override
        public void add(byte[] bytes, int count) {
            digest.update(bytes, 0, count);
        }

        @Override
        public byte[] value() {
            return digest.digest();
        }
    }

    private record Crc(CRC32C crc) implements Sum {
        @Override
        public void add(byte[] bytes, int count) {
            crc.update(bytes, 0, count);
        }

        @Override
        public byte[] value() {
            return ByteBuffer.allocate(Integer.BYTES)
                    .putInt((int) crc.getValue())
                    .array();
        }
    }
}
