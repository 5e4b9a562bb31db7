package io.streamverse.media.captions;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `00:01.000 --> 00:02.000 align:start`, with hours where there are some; SRT has a comma, always hours, and what
/// stands behind is coordinates of old players, which nobody has any use for.
record Timing(long startMs, long endMs, String settings) {
    private static final String VTT_TIME = "(?:([0-9]{2,4}):)?([0-5][0-9]):([0-5][0-9])\\.([0-9]{3})";
    private static final String SRT_TIME = "([0-9]{1,4}):([0-5]?[0-9]):([0-5]?[0-9])[,.]([0-9]{1,3})";
    private static final Pattern VTT =
            Pattern.compile("[ \t]*" + VTT_TIME + "[ \t]+-->[ \t]+" + VTT_TIME + "(?:[ \t]+(.*))?");
    private static final Pattern SRT =
            Pattern.compile("[ \t]*" + SRT_TIME + "[ \t]*-->[ \t]*" + SRT_TIME + "(?:[ \t]+(.*))?");

    static boolean isMeant(String line) {
        return line.contains("-->");
    }

    static @Nullable Timing read(String line, Format format) {
        var parts = (format == Format.VTT ? VTT : SRT).matcher(line);
        if (!parts.matches()) {
            return null;
        }
        var settings = parts.group(9) == null || format == Format.SRT ? "" : parts.group(9);
        return new Timing(millis(parts, 1), millis(parts, 5), settings);
    }

    private static long millis(Matcher parts, int from) {
        long hours = parts.group(from) == null ? 0 : Long.parseLong(parts.group(from));
        long minutes = hours * 60 + Long.parseLong(parts.group(from + 1));
        long seconds = minutes * 60 + Long.parseLong(parts.group(from + 2));
        return seconds * 1000 + Long.parseLong((parts.group(from + 3) + "00").substring(0, 3));
    }

    static String write(long ms) {
        return "%02d:%02d:%02d.%03d".formatted(ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60, ms % 1000);
    }
}
