package io.streamverse.media.captions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Where a cue stands: the settings that WebVTT knows, with values that it allows. What is not known is left away, as
/// a player does.
final class Settings {
    private static final String PERCENT = "(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]{1,6})?)%";
    private static final Map<String, Pattern> KNOWN = Map.of(
            "vertical", Pattern.compile("rl|lr"),
            "line", Pattern.compile("(-?[0-9]{1,4}|" + PERCENT + ")(,(start|center|end))?"),
            "position", Pattern.compile(PERCENT + "(,(line-left|center|line-right))?"),
            "size", Pattern.compile(PERCENT),
            "align", Pattern.compile("start|center|end|left|right"));

    private Settings() {}

    static String clean(String settings) {
        List<String> kept = new ArrayList<>();
        var names = new HashSet<String>();
        for (var setting : settings.strip().split("[ \t]+")) {
            int colon = setting.indexOf(':');
            var name = setting.substring(0, Math.max(0, colon));
            var allowed = KNOWN.get(name);
            if (allowed != null && allowed.matcher(setting.substring(colon + 1)).matches() && names.add(name)) {
                kept.add(setting);
            }
        }
        return String.join(" ", kept);
    }
}
