package io.streamverse.worker.analyse;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.media.source.FrameRate;
import java.util.Comparator;
import java.util.List;

/// How fast frames follow one another: what is steady in it, and whether all of it is.
record Pace(double perSecond, FrameRate steady, boolean variable, long usualStep) {
    private static final List<FrameRate> USUAL = List.of(
            new FrameRate(24_000, 1_001),
            new FrameRate(24, 1),
            new FrameRate(25, 1),
            new FrameRate(30_000, 1_001),
            new FrameRate(30, 1),
            new FrameRate(48, 1),
            new FrameRate(50, 1),
            new FrameRate(60_000, 1_001),
            new FrameRate(60, 1));
    private static final double FASTEST = 60;
    /// Half of what lies between 24 and 24000/1001.
    private static final double CLOSE = 0.0005;
    private static final double STEADY_SHARE = 0.98;
    private static final double JITTER = 0.02;
    /// Where a frame lasts fewer ticks, a tick more or less is no rounding.
    private static final long COARSE = 8;

    static Pace of(Timeline timeline, JsonNode stream) {
        var count = timeline.steps().values().stream().mapToLong(it -> it).sum();
        if (count == 0) {
            return new Pace(0, declared(stream, 25), false, 0);
        }
        var median = median(timeline, count);
        var tolerance = median < COARSE ? 0 : Math.max(1, Math.round(median * JITTER));
        var steps = timeline.steps().entrySet().stream()
                .filter(it -> Math.abs(it.getKey() - median) <= tolerance)
                .toList();
        var steady = steps.stream().mapToLong(it -> it.getValue()).sum();
        var ticks = steps.stream().mapToLong(it -> it.getKey() * it.getValue()).sum();
        var perSecond = steady / (ticks * timeline.secondsPerTick());
        var variable = steady < count * STEADY_SHARE;
        return new Pace(perSecond, steady(perSecond, 1.0 / ticks, variable, stream), variable, median);
    }

    /// As many frames as it takes to show all of it at the steady rate.
    long frames(Timeline timeline) {
        var step = variable ? usualStep : Math.round(1 / (perSecond * timeline.secondsPerTick()));
        return Math.max(1, Math.round(timeline.seconds(step) * steady.perSecond()));
    }

    private static long median(Timeline timeline, long count) {
        var seen = 0L;
        for (var step : timeline.steps().entrySet()) {
            seen += step.getValue();
            if (seen * 2 >= count) {
                return step.getKey();
            }
        }
        throw new IllegalStateException("No step is in the middle of " + timeline.steps());
    }

    private static FrameRate steady(double perSecond, double blur, boolean variable, JsonNode stream) {
        var shown = perSecond;
        while (shown > FASTEST * (1 + CLOSE)) {
            shown /= 2;
        }
        var wanted = shown;
        var nearest = USUAL.stream()
                .min(Comparator.comparingDouble(it -> apart(it, wanted)))
                .orElseThrow();
        var isUsual = apart(nearest, wanted) <= CLOSE + blur;
        return isUsual || variable ? nearest : declared(stream, wanted);
    }

    /// As the file says where that is true, else to a thousandth.
    private static FrameRate declared(JsonNode stream, double perSecond) {
        var said = stream.path("avg_frame_rate").asText().split("/");
        if (said.length == 2 && said[0].matches("[1-9]\\d{0,8}") && said[1].matches("[1-9]\\d{0,8}")) {
            var rate = new FrameRate(Integer.parseInt(said[0]), Integer.parseInt(said[1]));
            if (apart(rate, perSecond) < 0.001) {
                return rate;
            }
        }
        return new FrameRate((int) Math.max(1, Math.round(perSecond * 1_000)), 1_000);
    }

    private static double apart(FrameRate rate, double perSecond) {
        return Math.abs(rate.perSecond() / perSecond - 1);
    }
}
