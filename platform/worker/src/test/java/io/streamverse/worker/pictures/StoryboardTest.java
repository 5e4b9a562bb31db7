package io.streamverse.worker.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.VideoInfo;
import io.streamverse.media.source.VideoInfo.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryboardTest {
    @ParameterizedTest
    @CsvSource({"3, 1, 3, 1", "200, 1, 200, 8", "201, 2, 101, 5", "7200, 60, 120, 5", "180000, 900, 200, 8"})
    void thereAreAtMostTwoHundredTiles(int seconds, int interval, int tiles, int sprites) {
        var board = board(1920, 1080, seconds);

        assertThat(board.intervalSeconds()).isEqualTo(interval);
        assertThat(board.tiles()).isEqualTo(tiles);
        assertThat(board.sprites()).isEqualTo(sprites);
    }

    @Test
    void anUprightFilmHasUprightTiles() {
        assertThat(board(1080, 1920, 10).width()).isEqualTo(90);
        assertThat(board(1080, 1920, 10).height()).isEqualTo(160);
    }

    @Test
    void eachTileHasItsTimeAndItsPlace() {
        assertThat(board(1920, 1080, 30).webVtt())
                .startsWith("WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n001.jpg#xywh=0,0,160,90\n")
                .contains("\n00:00:06.000 --> 00:00:07.000\n001.jpg#xywh=160,90,160,90\n")
                .endsWith("\n00:00:29.000 --> 00:00:30.000\n002.jpg#xywh=640,0,160,90\n");
    }

    private static Storyboard board(int width, int height, int seconds) {
        var rate = new FrameRate(25, 1);
        return Storyboard.of(
                new VideoInfo(0, "h264", width, height, rate, false, seconds * 25L, 0, Range.SDR, false, 8));
    }
}
