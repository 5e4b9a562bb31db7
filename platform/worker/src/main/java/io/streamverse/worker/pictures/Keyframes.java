package io.streamverse.worker.pictures;

import java.util.List;

/// When each keyframe of a source shows, in microseconds, as FFmpeg's `framecrc` lists them.
record Keyframes(List<Long> timesUs) {
    /// Not every container leaves them out when it is told to.
    private static final String NO_KEYFRAME = "F=0x0";

    static Keyframes read(List<String> lines) {
        var tick = lines.stream()
                .filter(it -> it.startsWith("#tb 0:"))
                .map(it -> it.substring(it.indexOf(':') + 1).strip().split("/"))
                .mapToDouble(it -> 1e6 * Long.parseLong(it[0]) / Long.parseLong(it[1]))
                .findFirst()
                .orElse(1);
        return new Keyframes(lines.stream()
                .filter(it -> !it.startsWith("#") && !it.contains(NO_KEYFRAME))
                .map(it -> Math.round(Long.parseLong(it.split(",")[2].strip()) * tick))
                .sorted()
                .toList());
    }

    /// Each tile would show something newer than the one before it.
    boolean areDense(Storyboard board, long originUs) {
        var interval = board.intervalSeconds() * 1_000_000L;
        var before = originUs;
        for (var time : timesUs) {
            if (time - before > interval) {
                return false;
            }
            before = time;
        }
        return originUs + board.durationMs() * 1000 - before <= 2 * interval;
    }
}
