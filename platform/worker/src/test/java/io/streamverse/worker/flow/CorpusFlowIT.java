package io.streamverse.worker.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.media.index.Content;
import io.streamverse.media.ladder.Codec;
import io.streamverse.media.plan.VideoTrack;
import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.VideoInfo;
import io.streamverse.worker.corpus.Clip;
import io.streamverse.worker.corpus.Corpus;
import io.streamverse.worker.corpus.Reading;
import io.streamverse.worker.encode.TestEncode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of source, all the way from the file to what a player gets that follows the segment index.
class CorpusFlowIT {
    private static final Map<List<Object>, Production> MADE = new HashMap<>();

    @TempDir
    static Path store;

    static Set<Clip> films() {
        return EnumSet.of(
                Clip.LANDSCAPE,
                Clip.PORTRAIT,
                Clip.ROTATED,
                Clip.ANAMORPHIC,
                Clip.FPS_23_976,
                Clip.FPS_24,
                Clip.FPS_25,
                Clip.FPS_29_97,
                Clip.FPS_50,
                Clip.FPS_60,
                Clip.VARIABLE,
                Clip.ODD,
                Clip.SILENT,
                Clip.LANGUAGES,
                Clip.SURROUND,
                Clip.HDR_PQ,
                Clip.HDR_HLG,
                Clip.INTERLACED,
                Clip.SECRETLY_INTERLACED,
                Clip.LONG_GOP,
                Clip.B_FRAMES,
                Clip.OPEN_GOP,
                Clip.EDIT_LIST,
                Clip.MKV,
                Clip.MOV,
                Clip.TS,
                Clip.WEBM,
                Clip.AVI,
                Clip.FAST_START,
                Clip.EIGHT_K,
                Clip.EIGHT_K_HEADER,
                Clip.CAPTIONED,
                Clip.LONG_SOUND,
                Clip.SHORT_SOUND);
    }

    /// Of the large one there is too little, and where sound ends early there are flashes without.
    static Set<Clip> heardFilms() {
        var heard = films();
        heard.removeAll(EnumSet.of(Clip.SILENT, Clip.EIGHT_K, Clip.SHORT_SOUND));
        return heard;
    }

    static Set<Clip> heard() {
        var heard = heardFilms();
        heard.addAll(EnumSet.of(Clip.SOUND, Clip.SHORT_SOUND));
        return heard;
    }

    @ParameterizedTest
    @MethodSource("films")
    void picturesAndSoundAreWholeAndTogether(Clip clip) throws Exception {
        var made = made(clip, Codec.H264, 60);

        var video = requireNonNull(made.media.video());
        for (var track : made.plan.videos()) {
            Played.hasAllFrames(made, track, video);
        }
        Played.segmentsBeginTogether(made);
        for (var track : made.plan.audios()) {
            Played.lastsAsLong(made, track);
        }
    }

    @ParameterizedTest
    @MethodSource("heardFilms")
    void aBeepIsHeardWhileItsFlashIsSeen(Clip clip) throws Exception {
        var made = made(clip, Codec.H264, 60);

        Played.beepsWithItsFlashes(made);
    }

    @ParameterizedTest
    @EnumSource(names = {"LANDSCAPE", "FPS_23_976", "FPS_50", "LONG_GOP", "B_FRAMES", "OPEN_GOP", "EDIT_LIST"})
    void framesComeInTheirOrderAndNoneIsLost(Clip clip) throws Exception {
        var made = made(clip, Codec.H264, 60);

        assertThat(Reading.frames(made.played("v-h264-180"))).isEqualTo(Reading.frames(Corpus.file(clip)));
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void everyCodecGoesAllTheWay(Codec codec) throws Exception {
        var made = made(Clip.LANDSCAPE, codec, 60);

        for (var track : made.plan.videos()) {
            assertThat(Reading.frames(made.played(track.id())))
                    .isEqualTo(IntStream.range(0, 120).boxed().toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"HEVC,HDR_PQ,PQ", "AV1,HDR_HLG,HLG", "H264,HDR_PQ,SDR", "VP9,HDR_HLG,SDR"})
    void whatIsHdrStaysSoWhereTheCodecCan(Codec codec, Clip clip, VideoInfo.Range range) throws Exception {
        var made = made(clip, codec, 60);

        var track = made.track(made.plan.videos().getLast().id());
        assertThat(((Content.Picture) track.info().content()).range()).isEqualTo(range);
    }

    @Test
    void aRungAtHalfTheRateKeepsTheSameSegments() throws Exception {
        var made = made(Clip.FPS_60, Codec.H264, 30);

        assertThat(made.plan.videos()).map(VideoTrack::frameRate).containsOnly(new FrameRate(30, 1));
        Played.segmentsBeginTogether(made);
        assertThat(Reading.frames(made.played("v-h264-180")))
                .isEqualTo(IntStream.range(0, 120).map(it -> 2 * it).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"SOUND", "COVER"})
    void soundNeedsNoPicture(Clip clip) throws Exception {
        var made = made(clip, Codec.H264, 60);

        assertThat(made.index().tracks()).map(it -> it.id()).containsExactly("a-und-64");
        Played.lastsAsLong(made, made.plan.audios().getFirst());
    }

    @Test
    void theLastPictureStaysWhileThereIsSound() throws Exception {
        var made = made(Clip.LONG_SOUND, Codec.H264, 60);

        assertThat(Reading.frames(made.played("v-h264-180")))
                .isEqualTo(IntStream.range(0, 120)
                        .map(it -> Math.min(it, 74))
                        .boxed()
                        .toList());
        assertThat(Reading.beeps(made.played(made.plan.audios().getFirst().id())))
                .hasSize(4);
    }

    @Test
    void silenceFollowsSoundThatEndsBeforeThePicture() throws Exception {
        var made = made(Clip.SHORT_SOUND, Codec.H264, 60);

        assertThat(Reading.frames(made.played("v-h264-180")))
                .isEqualTo(IntStream.range(0, 120).boxed().toList());
        assertThat(Reading.beeps(made.played(made.plan.audios().getFirst().id())))
                .hasSize(2);
    }

    /// Some containers have no list of keyframes.
    @ParameterizedTest
    @EnumSource
    void aLongFilmInChunksHasExactlyTheFramesOfTheFilm(LongFilm film) throws Exception {
        var made = Production.of(store, film.make(store), Played.ladder(Codec.H264, 60));

        assertThat(made.plan.chunks()).hasSize(3);
        assertThat(Reading.frames(made.played("v-h264-180"))).isEqualTo(film.frames());
        Played.segmentsBeginTogether(made);
    }

    @ParameterizedTest
    @MethodSource("heard")
    void aFilmIsAsLoudAsAllOthersOrAsItsPeaksAllow(Clip clip) throws Exception {
        var made = made(clip, Codec.H264, 60);

        for (var track : made.plan.audios()) {
            var source = track.source().loudness();
            var least = Math.min(-16, source.integratedLufs() - 1.5 - source.truePeakDb());
            var loudness = TestEncode.loudness(made.played(track.id()));
            assertThat(loudness.integratedLufs()).as(track.id()).isBetween(least - 1, -15.0);
            assertThat(loudness.truePeakDb()).as(track.id()).isLessThan(-1);
        }
    }

    private static Production made(Clip clip, Codec codec, int fastest) throws Exception {
        var made = MADE.get(List.of(clip, codec, fastest));
        if (made == null) {
            made = Production.of(
                    Files.createTempDirectory(store, "film"), Corpus.file(clip), Played.ladder(codec, fastest));
            MADE.put(List.of(clip, codec, fastest), made);
        }
        return made;
    }
}
