package io.streamverse.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Keys that came to light, in hex, and all ways in which one could stand in a text.
final class Keys {
    private static final Pattern KEY_ID = Pattern.compile("default_KID=\"([0-9a-f-]{36})\"");
    private static final HexFormat HEX = HexFormat.of();
    private final Set<String> found = new LinkedHashSet<>();

    void add(String hex) {
        found.add(hex);
    }

    /// Those in a ClearKey licence.
    Set<String> of(JsonNode licence) {
        var keys = StreamSupport.stream(licence.get("keys").spliterator(), false)
                .map(it ->
                        HEX.formatHex(Base64.getUrlDecoder().decode(it.get("k").textValue())))
                .collect(Collectors.toSet());
        found.addAll(keys);
        return keys;
    }

    String[] all() {
        return found.stream().flatMap(Keys::spellings).toArray(String[]::new);
    }

    /// A request for all keys that a DASH manifest names.
    static Map<String, Object> challenge(String manifest) {
        var kids = KEY_ID.matcher(manifest)
                .results()
                .map(it -> HEX.parseHex(it.group(1).replace("-", "")))
                .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
                .distinct()
                .toList();
        return Map.of("kids", kids, "type", "temporary");
    }

    private static Stream<String> spellings(String hex) {
        var bytes = HEX.parseHex(hex);
        return List.of(
                hex,
                hex.toUpperCase(Locale.ROOT),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                new String(bytes, ISO_8859_1))
                .stream();
    }
}
