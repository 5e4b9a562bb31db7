package io.streamverse.media.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    @RepeatedTest(50)
    void eachLiesBehindTheOneBefore(RepetitionInfo run) {
        var segments = Indexes.track(new SplittableRandom(run.getCurrentRepetition()), "t")
                .segments();
        long offset = segments.firstOffset();
        long time = segments.time(segments.first());

        for (int number = segments.first(); number < segments.end(); number++) {
            assertThat(segments.range(number)).isEqualTo(new ByteRange(offset, segments.bytes(number)));
            assertThat(segments.iFrame(number)).isEqualTo(new ByteRange(offset, segments.iFrameBytes(number)));
            assertThat(segments.time(number)).isEqualTo(time);
            assertThat(segments.at(time)).isEqualTo(number);
            offset += segments.bytes(number);
            time += segments.duration(number);
            assertThat(segments.at(time - 1)).isEqualTo(number);
        }
        assertThat(segments.time(segments.end())).isEqualTo(time);
    }

    @Test
    void aSliceKeepsNumbersBytesAndTimes() {
        var all = Indexes.picture("v", 100).segments();
        var slice = all.slice(40, 60);

        assertThat(slice.range(40)).isEqualTo(all.range(40));
        assertThat(slice.time(59)).isEqualTo(all.time(59));
        assertThat(slice.count()).isEqualTo(20);
        assertThat(slice.duration()).isEqualTo(20 * 4 * 12_800);
        assertThatThrownBy(() -> slice.range(39)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.range(60)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aSliceGrowsLikeTheWhole() {
        var slice = Indexes.picture("v", 100).segments().slice(40, 99);

        var grown = slice.and().add(1099, 4 * 12_800, 100).build();

        assertThat(grown).isEqualTo(Indexes.picture("v", 100).segments().slice(40, 100));
        assertThat(slice.end()).isEqualTo(99);
    }

    @Test
    void whatIsOutOfTheWorldIsRefused() {
        var segments = Segments.from(0, 0, 0);

        assertThatIllegalArgumentException().isThrownBy(() -> segments.add(0, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> segments.add(1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> segments.add(1L << 32, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> segments.add(10, 1, 11));
        assertThatIllegalArgumentException().isThrownBy(() -> Segments.from(-1, 0, 0));
        assertThat(segments.build().isEmpty()).isTrue();
    }
}
