package io.streamverse.worker.encode;

import io.streamverse.media.source.AudioInfo.Loudness;
import java.util.regex.Pattern;

/// Reads the summary that FFmpeg's `ebur128` leaves in its log.
final class MeasuredLoudness {
    private static final Pattern SUMMARY = Pattern.compile(
            "Summary:.*?I:\\s+(\\S+) LUFS.*?Threshold:\\s+(\\S+) LUFS.*?LRA:\\s+(\\S+) LU.*?Peak:\\s+(\\S+) dBFS",
            Pattern.DOTALL);
    private static final double SILENT = -70;

    private MeasuredLoudness() {}

    static Loudness in(String log) {
        var summary = SUMMARY.matcher(log);
        return summary.find()
                ? new Loudness(
                        number(summary.group(1)),
                        number(summary.group(4)),
                        number(summary.group(3)),
                        number(summary.group(2)))
                : new Loudness(SILENT, SILENT, 0, SILENT);
    }

    private static double number(String text) {
        return text.contains("inf") || text.contains("nan") ? SILENT : Double.parseDouble(text);
    }
}
