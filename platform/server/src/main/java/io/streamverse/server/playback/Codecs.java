package io.streamverse.server.playback;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Devices say what they can in several ways; ladders and licences in one. What nobody knows is left out.
final class Codecs {
    /// What every device of today decodes.
    static final String COMMON = "h264";

    private static final Map<String, String> CODECS = Map.ofEntries(
            Map.entry("h264", "h264"),
            Map.entry("avc", "h264"),
            Map.entry("avc1", "h264"),
            Map.entry("avc3", "h264"),
            Map.entry("hevc", "hevc"),
            Map.entry("h265", "hevc"),
            Map.entry("hvc1", "hevc"),
            Map.entry("hev1", "hevc"),
            Map.entry("vp9", "vp9"),
            Map.entry("vp09", "vp9"),
            Map.entry("av1", "av1"),
            Map.entry("av01", "av1"));

    private static final Map<String, String> KEY_SYSTEMS = Map.ofEntries(
            Map.entry("clearkey", "clearkey"),
            Map.entry("org.w3.clearkey", "clearkey"),
            Map.entry("widevine", "widevine"),
            Map.entry("com.widevine.alpha", "widevine"),
            Map.entry("playready", "playready"),
            Map.entry("com.microsoft.playready", "playready"),
            Map.entry("com.microsoft.playready.recommendation", "playready"),
            Map.entry("fairplay", "fairplay"),
            Map.entry("com.apple.fps", "fairplay"),
            Map.entry("com.apple.fps.1_0", "fairplay"));

    private Codecs() {}

    static Set<String> names(Collection<String> said) {
        return said.stream()
                .map(it -> it.strip().toLowerCase(Locale.ROOT).replaceFirst("\\..*$", ""))
                .filter(CODECS::containsKey)
                .map(CODECS::get)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Set<String> keySystems(Collection<String> said) {
        return said.stream()
                .map(it -> it.strip().toLowerCase(Locale.ROOT))
                .filter(KEY_SYSTEMS::containsKey)
                .map(KEY_SYSTEMS::get)
                .collect(Collectors.toUnmodifiableSet());
    }
}
