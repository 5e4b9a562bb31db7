package io.streamverse.worker.analyse;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Files name languages by three letters, of two sets; players want BCP 47.
final class Languages {
    private static final String UNKNOWN = "und";
    private static final Map<String, String> BY_THREE_LETTERS = byThreeLetters();

    private Languages() {}

    static String tag(String said) {
        var tag = said.strip().toLowerCase(Locale.ROOT);
        if (tag.matches("[a-z]{3}")) {
            return BY_THREE_LETTERS.getOrDefault(tag, tag);
        }
        return tag.matches("[a-z]{2,3}(-[a-z0-9]{2,8})*")
                ? Locale.forLanguageTag(said.strip()).toLanguageTag()
                : UNKNOWN;
    }

    private static Map<String, String> byThreeLetters() {
        var tags = new HashMap<>(Stream.of(Locale.getISOLanguages())
                .collect(toMap(it -> Locale.of(it).getISO3Language(), it -> it, (first, _) -> first)));
        tags.putAll(Map.of(
                "fre", "fr", "ger", "de", "dut", "nl", "chi", "zh", "cze", "cs", "gre", "el", "rum", "ro", "slo", "sk",
                "per", "fa", "may", "ms"));
        tags.putAll(Map.of(
                "alb", "sq", "arm", "hy", "baq", "eu", "bur", "my", "geo", "ka", "ice", "is", "mac", "mk", "mao", "mi",
                "tib", "bo", "wel", "cy"));
        return Map.copyOf(tags);
    }
}
