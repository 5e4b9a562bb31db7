package io.streamverse.media.index;

import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Rounds;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two hours of thirty tracks: what asking for a segment costs, and reading and writing the whole.
@Tag("bench")
class IndexBenchTest {
    private static final int TRACKS = 30;
    private static final int SEGMENTS = 1800;
    private static final int LOOKUPS = 5_000_000;
    private final SegmentIndex index = new SegmentIndex(
            IntStream.range(0, TRACKS)
                    .mapToObj(i -> Indexes.picture("v" + i, SEGMENTS))
                    .toList(),
            true);

    @Test
    void lookupsAreFastAndSegmentsSmall() {
        var bytes = index.bytes();
        double perSegment = (double) bytes.length / TRACKS / SEGMENTS;
        lookups();
        var rounds = new Rounds();
        for (int round = 0; round < 7; round++) {
            rounds.add(Map.of(
                    "lookups per second", lookups(), "reads ms", millis(bytes), "bytes per segment", perSegment));
        }
        Measurement.report(
                Measurement.atLeast("index-lookups", rounds.median("lookups per second"), "/s", 5_000_000, rounds),
                Measurement.atMost("index-read", rounds.median("reads ms"), "ms", 20, rounds),
                Measurement.atMost("index-bytes", perSegment, "B", 16, rounds));
    }

    private double lookups() {
        var random = new SplittableRandom(7);
        List<IndexTrack> tracks = index.tracks();
        long sum = 0;
        long start = System.nanoTime();
        for (int i = 0; i < LOOKUPS; i++) {
            var segments = tracks.get(random.nextInt(TRACKS)).segments();
            int number = random.nextInt(SEGMENTS);
            sum += segments.range(number).from() + segments.time(number);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return sum == 0 ? 0 : LOOKUPS / seconds;
    }

    private static double millis(byte[] bytes) {
        long start = System.nanoTime();
        var read = SegmentIndex.read(bytes);
        return read.tracks().isEmpty() ? 0 : (System.nanoTime() - start) / 1e6;
    }
}
