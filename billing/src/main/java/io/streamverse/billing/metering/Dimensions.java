package io.streamverse.billing.metering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// Dimensions, sorted by name, as JSON text that is the same for the same dimensions, whoever wrote them.
final class Dimensions {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,39}");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 8;
    private static final int LONGEST_VALUE = 100;

    private Dimensions() {}

    static boolean sound(Map<String, String> dimensions) {
        return dimensions.size() <= MOST
                && dimensions.entrySet().stream()
                        .allMatch(
                                it -> NAME.matcher(it.getKey()).matches() && Texts.sound(it.getValue(), LONGEST_VALUE));
    }

    static String text(Map<String, String> dimensions) {
        if (dimensions.isEmpty()) {
            return "{}";
        }
        var text = new StringJoiner(",", "{", "}");
        dimensions.forEach((name, value) -> text.add('"' + name + "\":\"" + escaped(value) + '"'));
        return text.toString();
    }

    static Map<String, String> read(String text) {
        try {
            return JSON.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("These dimensions are not ours: " + text, e);
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
