package io.streamverse.kernel.storage;

import io.streamverse.kernel.storage.StorageException.InvalidObjectKey;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Segments parted by `/`, such as `ten_…/live/ast_…/1/video.mp4`.
public record ObjectKey(String value) implements Comparable<ObjectKey> {
    public static final int MAX_BYTES = 1024;

    public ObjectKey {
        if (utf8Length(value) > MAX_BYTES) {
            throw new InvalidObjectKey("A key has at most %d bytes".formatted(MAX_BYTES));
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidObjectKey("A key has no control characters");
        }
        for (var segment : value.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw new InvalidObjectKey("A key has no empty segment, no . and no ..");
            }
        }
    }

    /// By UTF-8 bytes, as object stores list.
    @Override
    public int compareTo(ObjectKey other) {
        return Arrays.compareUnsigned(
                value.getBytes(StandardCharsets.UTF_8), other.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return value;
    }

    private static int utf8Length(String value) {
        try {
            return StandardCharsets.UTF_8
                    .newEncoder()
                    .encode(CharBuffer.wrap(value))
                    .remaining();
        } catch (CharacterCodingException e) {
            throw new InvalidObjectKey("A key is valid Unicode");
        }
    }
}
