package io.streamverse.kernel.storage;

import java.util.HexFormat;

/// Lower-case hex.
public record Checksum(Algorithm algorithm, String hex) {
    public enum Algorithm {
        SHA_256(32),
        CRC32C(4);

        private final int bytes;

        Algorithm(int bytes) {
            this.bytes = bytes;
        }
    }

    public Checksum {
        if (hex.length() != 2 * algorithm.bytes || !hex.chars().allMatch(Checksum::isLowerHex)) {
            throw new IllegalArgumentException(
                    "A %s checksum is %d characters of 0-9 a-f".formatted(algorithm, 2 * algorithm.bytes));
        }
    }

    public static Checksum sha256(String hex) {
        return new Checksum(Algorithm.SHA_256, hex);
    }

    public static Checksum crc32c(String hex) {
        return new Checksum(Algorithm.CRC32C, hex);
    }

    private static boolean isLowerHex(int character) {
        return HexFormat.isHexDigit(character) && !Character.isUpperCase(character);
    }
}
