package io.streamverse.kernel.storage;

import java.util.Map;
import java.util.regex.Pattern;

/// What an object will be once stored. Metadata is small and plain, so that every store can keep it in headers.
public record NewObject(String contentType, Map<String, String> metadata, Existing existing) {
    public enum Existing {
        REPLACE,
        REFUSE
    }

    private static final int MAX_METADATA = 2048;
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

    public NewObject {
        if (contentType.isBlank() || contentType.length() > 255 || !isPrintable(contentType)) {
            throw new IllegalArgumentException("A content type is 1 to 255 printable ASCII characters");
        }
        metadata = Map.copyOf(metadata);
        var size = 0;
        for (var entry : metadata.entrySet()) {
            size += entry.getKey().length() + entry.getValue().length();
            if (!NAME.matcher(entry.getKey()).matches() || !isPrintable(entry.getValue())) {
                throw new IllegalArgumentException("Metadata is named with a-z, 0-9 and - and holds printable ASCII");
            }
        }
        if (size > MAX_METADATA) {
            throw new IllegalArgumentException("Metadata has at most %d characters".formatted(MAX_METADATA));
        }
    }

    public static NewObject of(String contentType) {
        return new NewObject(contentType, Map.of(), Existing.REPLACE);
    }

    public NewObject with(Map<String, String> metadata) {
        return new NewObject(contentType, metadata, existing);
    }

    /// Refused with PreconditionFailed where the key is taken; of many writers at once, one wins.
    public NewObject onlyIfAbsent() {
        return new NewObject(contentType, metadata, Existing.REFUSE);
    }

    private static boolean isPrintable(String text) {
        return PRINTABLE.matcher(text).matches();
    }
}
