package io.streamverse.server.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamverse.kernel.problem.Malformed;
import io.streamverse.server.media.NewAsset;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `Upload-Metadata` as it was sent, and what it says. Names of files are words for people; nothing is ever opened by
/// them.
record UploadMetadata(String raw, Map<String, String> pairs) {
    private static final int LONGEST = 8_192;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ID = 255;
    private static final int LONGEST_VALUE = 500;
    private static final int MOST = 50;
    private static final Pattern KEY = Pattern.compile("[!-+\\--~]{1,40}");
    private static final Set<String> KNOWN = Set.of("name", "externalId", "keepOriginal", "assetId");

    static UploadMetadata read(String raw) {
        if (raw.length() > LONGEST) {
            throw malformed("has at most %d characters".formatted(LONGEST));
        }
        var pairs = new LinkedHashMap<String, String>();
        for (var pair : raw.isBlank() ? new String[0] : raw.split(",", -1)) {
            var parts = pair.strip().split(" ", 2);
            if (!KEY.matcher(parts[0]).matches()) {
                throw malformed("names each value with 1 to 40 visible characters");
            }
            if (pairs.put(parts[0], parts.length == 1 ? "" : decoded(parts[1])) != null) {
                throw malformed("names " + parts[0] + " twice");
            }
        }
        return new UploadMetadata(raw, pairs);
    }

    /// Without a name of its own an asset is called as its file.
    NewAsset toAsset() {
        var name = Stream.of("name", "filename")
                .map(it -> pairs.getOrDefault(it, "").strip())
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("Untitled");
        return new NewAsset(shortened(name), externalId(), others(), !"false".equals(pairs.get("keepOriginal")));
    }

    @Nullable
    String assetId() {
        return pairs.get("assetId");
    }

    private @Nullable String externalId() {
        var id = pairs.get("externalId");
        if (id != null && (id.isEmpty() || id.length() > LONGEST_ID)) {
            throw malformed("has an externalId of 1 to %d characters".formatted(LONGEST_ID));
        }
        return id;
    }

    private Map<String, String> others() {
        var others = pairs.entrySet().stream()
                .filter(it -> !KNOWN.contains(it.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (others.size() > MOST || others.values().stream().anyMatch(it -> it.length() > LONGEST_VALUE)) {
            throw malformed("holds at most %d values of up to %d characters".formatted(MOST, LONGEST_VALUE));
        }
        return others;
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }

    private static String decoded(String value) {
        try {
            var bytes = Base64.getDecoder().decode(value.strip());
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            // Told below.
        }
        throw malformed("holds text, as base64 of UTF-8 without zero characters");
    }

    private static Malformed malformed(String rule) {
        return new Malformed("uploads.metadata.malformed", "Upload-Metadata " + rule);
    }
}
