package io.streamverse.media.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What subtitles are called where a viewer chooses: as somebody labelled them, or by language; no two alike.
final class SubtitleNames {
    private static final int MOST = 100;

    private SubtitleNames() {}

    static List<String> of(List<Subtitles> all) {
        var names = new ArrayList<String>();
        for (var subtitles : all) {
            var name = name(subtitles);
            for (int number = 2; names.contains(name); number++) {
                name = name(subtitles) + " " + number;
            }
            names.add(name);
        }
        return names;
    }

    private static String name(Subtitles subtitles) {
        var label = subtitles.label() == null ? "" : subtitles.label().strip();
        if (!label.isEmpty()) {
            return label.substring(
                    0, label.offsetByCodePoints(0, Math.min(MOST, label.codePointCount(0, label.length()))));
        }
        var locale = Locale.forLanguageTag(subtitles.language());
        var known = locale.getDisplayName(locale);
        return (known.isEmpty() ? subtitles.language() : known)
                + switch (subtitles.role()) {
                    case SUBTITLES -> "";
                    case CAPTIONS -> " (CC)";
                    case FORCED -> " (forced)";
                };
    }
}
