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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Every kind of source, all the way from the file to what a player gets that follows the segment index.
class CorpusFlowIT {
    private static final Map<List<Object>, Production> MADE = new HashMap<>();

    @TempDir
    static Path store;

    @ParameterizedTest
    @EnumSource(
            names = {
                "LANDSCAPE",
                "PORTRAIT",
                "ROTATED",
                "ANAMORPHIC",
                "FPS_23_976",
                "FPS_24",
                "FPS_25",
                "FPS_29_97",
                "FPS_50",
                "FPS_60",
                "VARIABLE",
                "ODD",
                "SILENT",
                "LANGUAGES",
                "SURROUND",
                "HDR_PQ",
                "HDR_HLG",
                "INTERLACED",
                "SECRETLY_INTERLACED",
                "LONG_GOP",
                "B_FRAMES",
                "OPEN_GOP",
                "EDIT_LIST",
                "MKV",
                "MOV",
                "TS",
                "WEBM",
                "AVI",
                "FAST_START",
                "EIGHT_K",
                "EIGHT_K_HEADER",
                "CAPTIONED"
            })
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
    @EnumSource(
            names = {
                "LANDSCAPE",
                "PORTRAIT",
                "ROTATED",
                "ANAMORPHIC",
                "FPS_23_976",
                "FPS_24",
                "FPS_25",
                "FPS_29_97",
                "FPS_50",
                "FPS_60",
                "VARIABLE",
                "ODD",
                "LANGUAGES",
                "SURROUND",
                "HDR_PQ",
                "HDR_HLG",
                "INTERLACED",
                "LONG_GOP",
                "B_FRAMES",
                "OPEN_GOP",
                "EDIT_LIST",
                "MKV",
                "MOV",
                "TS",
                "WEBM",
                "AVI",
                "EIGHT_K_HEADER",
                "CAPTIONED"
            })
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
    void aLongFilmInChunksHasExactlyTheFramesOfTheFilm() throws Exception {
        var film = LongFilm.make(store);

        var made = Production.of(store, film, Played.ladder(Codec.H264, 60));

        assertThat(made.plan.chunks()).hasSize(3);
        assertThat(Reading.frames(made.played("v-h264-180")))
                .isEqualTo(IntStream.range(0, LongFilm.FRAMES).boxed().toList());
        Played.segmentsBeginTogether(made);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "LANDSCAPE",
                "FPS_23_976",
                "VARIABLE",
                "ODD",
                "SOUND",
                "LANGUAGES",
                "SURROUND",
                "EDIT_LIST",
                "MKV",
                "MOV",
                "TS",
                "WEBM",
                "AVI"
            })
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
