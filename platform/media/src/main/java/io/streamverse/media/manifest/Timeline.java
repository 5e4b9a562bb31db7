package io.streamverse.media.manifest;

import io.streamverse.media.index.IndexTrack;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A DASH SegmentTimeline: runs of segments that last equally long. Tracks whose timelines are equal share one.
record Timeline(long timescale, long origin, int firstNumber, long firstTime, List<Run> runs) {
    record Run(long duration, int repeats) {}

    static Timeline of(IndexTrack track, Duration begin) {
        var segments = track.segments();
        var runs = new ArrayList<Run>();
        for (int number = segments.first(); number < segments.end(); number++) {
            long duration = segments.duration(number);
            if (!runs.isEmpty() && runs.getLast().duration == duration) {
                runs.set(runs.size() - 1, new Run(duration, runs.getLast().repeats + 1));
            } else {
                runs.add(new Run(duration, 0));
            }
        }
        long timescale = track.info().timescale();
        return new Timeline(
                timescale,
                units(begin, timescale),
                segments.first(),
                segments.time(segments.first()),
                List.copyOf(runs));
    }

    private static long units(Duration time, long timescale) {
        var nanos = BigInteger.valueOf(time.getNano()).multiply(BigInteger.valueOf(timescale));
        return Math.addExact(
                Math.multiplyExact(time.getSeconds(), timescale),
                nanos.divide(BigInteger.valueOf(1_000_000_000)).longValueExact());
    }

    void write(Xml xml, String folder, String ending) {
        xml.open("SegmentTemplate")
                .with("timescale", timescale)
                .with("presentationTimeOffset", origin == 0 ? null : origin)
                .with("startNumber", firstNumber)
                .with("initialization", folder + "init.mp4")
                .with("media", folder + "$Number$" + ending)
                .open("SegmentTimeline");
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            xml.open("S")
                    .with("t", i == 0 ? firstTime : null)
                    .with("d", run.duration)
                    .with("r", run.repeats == 0 ? null : run.repeats)
                    .close();
        }
        xml.close().close();
    }
}
