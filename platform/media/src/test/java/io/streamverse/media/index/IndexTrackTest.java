package io.streamverse.media.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IndexTrackTest {
    private static final long SECOND = 12_800;

    @Test
    void timesAreExact() {
        var sound = Indexes.sound("a", 3);

        assertThat(sound.time(0)).isZero();
        assertThat(sound.time(1)).isEqualTo(Duration.ofNanos(188 * 1024 * 1_000_000_000L / 48_000));
        assertThat(sound.at(Duration.ofMillis(4010))).isZero();
        assertThat(sound.at(Duration.ofMillis(4011))).isEqualTo(1);
    }

    @Test
    void theAverageIsOverAll() {
        assertThat(track(of(4000, 4), of(8000, 4)).averageBitsPerSecond()).isEqualTo(12_000);
    }

    @Test
    void thePeakIsTheRichestStretchOfAboutASegment() {
        assertThat(track(of(4000, 4), of(8000, 4), of(2000, 4)).peakBitsPerSecond())
                .isEqualTo(16_000);
    }

    @Test
    void aShortLastSegmentIsNoPeakOfItsOwn() {
        assertThat(track(of(4000, 4), of(3000, 1)).peakBitsPerSecond()).isEqualTo(7000 * 8 / 5);
    }

    @Test
    void itGrowsAndNothingElseDoes() {
        var before = Indexes.picture("v", 2);

        var after = before.append(1002, 4 * SECOND, 100);

        assertThat(after).isEqualTo(Indexes.picture("v", 3));
        assertThat(before).isEqualTo(Indexes.picture("v", 2));
    }

    private static long[] of(long bytes, long seconds) {
        return new long[] {bytes, seconds * SECOND};
    }

    private static IndexTrack track(long[]... segments) {
        var all = Segments.from(0, 0, 0);
        for (var segment : segments) {
            all.add(segment[0], segment[1], 0);
        }
        return new IndexTrack(Indexes.picture("v", 0).info(), all.build());
    }
}
