package io.streamverse.worker.analyse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/// When the packets of one track show, put in order as they come. Times are ticks of the track's own clock.
final class Timeline {
    static final long UNKNOWN = Long.MIN_VALUE;
    /// No codec keeps more frames back.
    private static final int REORDERED = 64;
    private static final int MOST_STEPS = 10_000;
    private final PriorityQueue<Long> waiting = new PriorityQueue<>();
    private final TreeMap<Long, Long> steps = new TreeMap<>();
    private final double secondsPerTick;
    private long first = UNKNOWN;
    private long last = UNKNOWN;
    private long lastDuration;
    private long packets;

    Timeline(JsonNode stream) {
        var base = stream.path("time_base").asText("1/1000").split("/");
        this.secondsPerTick = Double.parseDouble(base[0]) / Double.parseDouble(base[1]);
    }

    void add(long pts, long duration) {
        if (pts == UNKNOWN) {
            return;
        }
        packets++;
        if (last == UNKNOWN || pts >= last) {
            lastDuration = duration;
        }
        waiting.add(pts);
        if (waiting.size() > REORDERED) {
            show(waiting.remove());
        }
    }

    void close() {
        while (!waiting.isEmpty()) {
            show(waiting.remove());
        }
    }

    private void show(long pts) {
        if (first == UNKNOWN) {
            first = pts;
        } else if (steps.size() < MOST_STEPS && pts > last) {
            steps.merge(pts - last, 1L, Long::sum);
        }
        last = Math.max(last, pts);
    }

    boolean isEmpty() {
        return packets == 0;
    }

    long packets() {
        return packets;
    }

    double secondsPerTick() {
        return secondsPerTick;
    }

    /// How many times each step from one frame to the next was seen.
    Map<Long, Long> steps() {
        return steps;
    }

    long originUs() {
        return first == UNKNOWN ? 0 : Math.round(first * secondsPerTick * 1e6);
    }

    /// From the first moment of the first packet to the last of the last, which lasts as long as the usual one where it
    /// does not say.
    double seconds(long usualStep) {
        return isEmpty() ? 0 : (last - first + (lastDuration > 0 ? lastDuration : usualStep)) * secondsPerTick;
    }

    double endSeconds() {
        return isEmpty() ? 0 : (last + lastDuration) * secondsPerTick;
    }
}
