package io.streamverse.media.work;

/// Hex, 16 bytes each.
public record ContentKey(String keyId, String key, String iv) {
    @Override
    public String toString() {
        return keyId;
    }
}
