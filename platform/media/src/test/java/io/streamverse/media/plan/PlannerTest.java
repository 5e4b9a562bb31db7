package io.streamverse.media.plan;

import static io.streamverse.media.plan.Sources.PAL;
import static io.streamverse.media.plan.Sources.film;
import static io.streamverse.media.plan.Sources.ladder;
import static io.streamverse.media.plan.Sources.song;
import static io.streamverse.media.plan.Sources.sound;
import static io.streamverse.media.plan.Sources.video;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.media.ladder.Codec;
import io.streamverse.media.ladder.Ladder;
import io.streamverse.media.ladder.VideoRung;
import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.VideoInfo.Range;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlannerTest {
    @ParameterizedTest
    @CsvSource({
        "1920, 1080, 640x360 1280x720 1920x1080",
        "3840, 2160, 640x360 1280x720 1920x1080",
        "1080, 1920, 360x640 720x1280 1080x1920",
        "1440, 1080, 480x360 960x720 1440x1080",
        "1920,  800, 864x360 1728x720 1920x800",
        "1300,  730, 642x360 1282x720",
        "320,   180, 320x180",
        "321,   181, 320x180",
        "1,       1, 2x2"
    })
    void nothingIsMadeLargerThanTheSource(int width, int height, String sizes) {
        var plan = Planner.plan(film(width, height, PAL, 250), ladder(Codec.H264));

        assertThat(plan.videos()).map(it -> it.width() + "x" + it.height()).containsExactly(sizes.split(" "));
    }

    @Test
    void aSourceBetweenTwoRungsGetsOneOfItsOwn() {
        var plan = Planner.plan(film(1600, 900, PAL, 250), ladder(Codec.H264));

        assertThat(plan.videos()).map(VideoTrack::id).containsExactly("v-h264-360", "v-h264-720", "v-h264-900");
        assertThat(plan.videos()).map(VideoTrack::kbps).containsExactly(400, 2_000, 3_350);
        assertThat(plan.videos()).map(VideoTrack::peakKbps).containsExactly(500, 2_600, 4_355);
    }

    @Test
    void twoRungsOfOneHeightHaveNamesOfTheirOwn() {
        var rungs = List.of(
                new VideoRung("low", Codec.VP9, 360, 400, 500, 30),
                new VideoRung("high", Codec.VP9, 360, 800, 900, 30));

        var plan = Planner.plan(film(640, 360, PAL, 250), new Ladder(rungs, List.of()));

        assertThat(plan.videos()).map(VideoTrack::id).containsExactly("v-vp9-360", "v-vp9-360-2");
    }

    @ParameterizedTest
    @CsvSource({
        "25/1,       25/1,       50,  50",
        "24000/1001, 24000/1001, 48,  48",
        "30000/1001, 30000/1001, 60,  60",
        "50/1,       25/1,       50,  100",
        "60000/1001, 30000/1001, 60,  120",
        "125/2,      125/8,      32,  64",
        "15/2,       15/2,       15,  15",
        "1/3,        1/3,        1,   1"
    })
    void aRateThatIsTooHighIsHalved(String rate, String slowRate, int slowGop, int fastGop) {
        var plan = Planner.plan(film(1280, 720, rate(rate), 250), ladder(Codec.H264));

        var slow = plan.videos().getFirst();
        assertThat(slow.frameRate()).hasToString(slowRate);
        assertThat(slow.framesPerGop()).isEqualTo(slowGop);
        assertThat(slow.framesPerSegment()).isEqualTo(2 * slowGop);
        assertThat(plan.videos().getLast().framesPerGop()).isEqualTo(fastGop);
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void whatACodecCannotShowIsToneMapped(Codec codec) {
        var bright = video(1280, 720, PAL, 250, Range.PQ, 10);

        var plan = Planner.plan(film(bright), ladder(codec));

        assertThat(plan.videos()).allMatch(it -> it.hdr() == (codec == Codec.HEVC || codec == Codec.AV1));
    }

    @Test
    void eightBitsAreNotEnoughForHdr() {
        var plan = Planner.plan(film(video(1280, 720, PAL, 250, Range.HLG, 8)), ladder(Codec.HEVC));

        assertThat(plan.videos()).noneMatch(VideoTrack::hdr);
    }

    @Test
    void everyLanguageGetsEveryRungItHasTheChannelsFor() {
        var plan = Planner.plan(
                film(640, 360, PAL, 250, sound("en", 6, false), sound("de", 1, true), sound("en", 2, true)),
                ladder(Codec.H264));

        assertThat(plan.audios())
                .map(AudioTrack::id)
                .containsExactly("a-en-64", "a-en-128", "a-en-384", "a-de-64", "a-de-128", "a-en-64-2", "a-en-128-2");
        assertThat(plan.audios()).map(AudioTrack::channels).containsExactly(2, 2, 6, 2, 2, 2, 2);
        assertThat(plan.audios())
                .filteredOn(AudioTrack::isDefault)
                .map(AudioTrack::id)
                .containsExactly("a-de-64", "a-de-128");
    }

    @Test
    void aSongHasNoPicture() {
        var plan = Planner.plan(song(200_000, sound("und", 2, false)), ladder(Codec.H264));

        assertThat(plan.videos()).isEmpty();
        assertThat(plan.chunks()).isEmpty();
        assertThat(plan.durationMs()).isEqualTo(200_000);
        assertThat(plan.audios()).map(AudioTrack::id).containsExactly("a-und-64", "a-und-128");
        assertThat(plan.audios()).allMatch(AudioTrack::isDefault);
    }

    @ParameterizedTest
    @CsvSource({"59, 1475", "60, 500 500 500", "61, 500 500 525", "76, 600 600 700", "100, 600 600 600 700"})
    void aLongFilmIsCutIntoEqualChunks(int seconds, String frames) {
        var plan = Planner.plan(film(640, 360, PAL, seconds * 25L), ladder(Codec.H264));

        assertThat(plan.chunks()).map(it -> String.valueOf(it.frames())).containsExactly(frames.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"25/1, 4000000", "30000/1001, 4004000", "60000/1001, 4004000", "2398/100, 4003336"})
    void everyTrackIsCutAtTheSameTimes(String rate, long microseconds) {
        assertThat(Planner.plan(film(640, 360, rate(rate), 250), ladder(Codec.H264))
                        .segmentUs())
                .isEqualTo(microseconds);
    }

    @Test
    void aPlanSaysWhatItWillCost() {
        var media = film(3840, 2160, new FrameRate(60000, 1001), 600, sound("en", 2, true));
        var plan = Planner.plan(media, ladder(Codec.H264));

        assertThat(Planner.settledOutputs(media, plan))
                .containsExactly(
                        new SettledOutput("v-h264-360", "h264", "sd", 30, false, 1, 10_010),
                        new SettledOutput("v-h264-720", "h264", "hd", 60, false, 1, 10_010),
                        new SettledOutput("v-h264-1080", "h264", "fhd", 60, false, 1, 10_010),
                        new SettledOutput("a-en-64", "aac", "audio", 0, false, 1, 10_010),
                        new SettledOutput("a-en-128", "aac", "audio", 0, false, 1, 10_010));
    }

    private static FrameRate rate(String text) {
        var parts = text.split("/");
        return new FrameRate(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
}
