package io.streamverse.server.beacons;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a user agent says of itself, roughly; the first word that fits counts.
record Agent(@Nullable String os, @Nullable String browser) {
    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            entry("Web0S", "webOS"),
            entry("Tizen", "Tizen"),
            entry("Android", "Android"),
            entry("iPhone", "iOS"),
            entry("iPad", "iOS"),
            entry("Windows", "Windows"),
            entry("Mac OS X", "macOS"),
            entry("CrOS", "ChromeOS"),
            entry("Linux", "Linux"));
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            entry("Edg/", "Edge"),
            entry("OPR/", "Opera"),
            entry("SamsungBrowser/", "Samsung Internet"),
            entry("Firefox/", "Firefox"),
            entry("Chrome/", "Chrome"),
            entry("Safari/", "Safari"));

    static Agent of(@Nullable String userAgent) {
        return userAgent == null
                ? new Agent(null, null)
                : new Agent(first(SYSTEMS, userAgent), first(BROWSERS, userAgent));
    }

    private static @Nullable String first(List<Map.Entry<String, String>> words, String userAgent) {
        return words.stream()
                .filter(it -> userAgent.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
