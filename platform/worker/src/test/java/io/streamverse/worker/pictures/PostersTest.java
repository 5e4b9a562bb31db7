package io.streamverse.worker.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostersTest {
    private static final Look BLACK = new Look(0, 16, 0, 5);
    private static final Look GREY = new Look(0, 128, 10, 5);
    private static final Look BLURRED = new Look(0, 120, 150, 9);
    private static final Look SHARP = new Look(0, 120, 150, 4);

    @Test
    void theSharpestOfEachFifthIsTaken() {
        assertThat(choose(BLURRED, SHARP, SHARP, BLURRED, BLACK, BLURRED, GREY, SHARP, BLURRED, SHARP))
                .containsExactly(1, 2, 5, 7, 9);
    }

    @Test
    void aDarkFilmHasPostersToo() {
        assertThat(choose(BLACK, BLACK, GREY, BLACK, SHARP, BLACK, BLACK))
                .hasSize(3)
                .contains(2, 4);
    }

    @Test
    void aFilmOfOnePictureHasOne() {
        assertThat(choose(BLACK)).containsExactly(0);
    }

    @Test
    void aLookIsReadFromWhatFfmpegMeasured() {
        var lines = """
                frame:0    pts:0       pts_time:0
                lavfi.blur=5.5
                lavfi.signalstats.YLOW=41
                lavfi.signalstats.YAVG=125.2
                lavfi.signalstats.YHIGH=210
                frame:1    pts:1       pts_time:5
                lavfi.blur=-nan
                lavfi.signalstats.YAVG=16
                """.lines().toList();

        assertThat(Look.read(lines))
                .containsExactly(new Look(0, 125.2, 169, 5.5), new Look(1, 16, 0, Double.MAX_VALUE));
    }

    private static List<Integer> choose(Look... looks) {
        return Posters.choose(IntStream.range(0, looks.length)
                .mapToObj(it -> new Look(it, looks[it].brightness(), looks[it].contrast(), looks[it].blur()))
                .toList());
    }
}
