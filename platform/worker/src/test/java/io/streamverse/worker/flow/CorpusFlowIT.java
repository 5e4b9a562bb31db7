package io.streamverse.worker.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.streamverse.media.index.Content;
import io.streamverse.media.ladder.AudioRung;
import io.streamverse.media.ladder.Codec;
import io.streamverse.media.ladder.Ladder;
import io.streamverse.media.ladder.VideoRung;
import io.streamverse.media.plan.AudioTrack;
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
    private static final List<AudioRung> SOUNDS =
            List.of(new AudioRung("stereo", 64, 2), new AudioRung("surround", 384, 6));

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
                "LONG_GOP",
                "B_FRAMES",
                "OPEN_GOP",
                "EDIT_LIST",
                "MKV",
                "MOV",
                "TS",
                "WEBM",
                "AVI",
                "EIGHT_K"
            })
    void picturesAndSoundAreWholeAndTogether(Clip clip) throws Exception {
        var made = made(clip, Codec.H264, 60);

        var video = requireNonNull(made.media.video());
        for (var track : made.plan.videos()) {
            hasAllFrames(made, track, video);
        }
        segmentsBeginTogether(made);
        for (var track : made.plan.audios()) {
            lastsAsLong(made, track);
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "LANDSCAPE",
                "ROTATED",
                "FPS_23_976",
                "FPS_25",
                "FPS_29_97",
                "FPS_60",
                "SURROUND",
                "HDR_PQ",
                "B_FRAMES",
                "OPEN_GOP",
                "EDIT_LIST",
                "MKV",
                "MOV",
                "TS",
                "WEBM",
                "AVI"
            })
    void aBeepIsHeardWhileItsFlashIsSeen(Clip clip) throws Exception {
        var made = made(clip, Codec.H264, 60);

        var picture = made.plan.videos().getLast();
        var frameUs = picture.frameRate().microseconds(1);
        var beeps = Reading.beeps(made.played(made.plan.audios().getFirst().id()));
        var flashes = Reading.flashes(made.played(picture.id()));
        assertThat(flashes).isNotEmpty();
        for (var flash : flashes) {
            var seen = picture.frameRate().microseconds(flash);
            var heard =
                    beeps.stream().mapToLong(it -> Math.abs(it - seen)).min().orElseThrow();
            assertThat(heard).isLessThanOrEqualTo(flash == 0 ? Math.max(frameUs, 25_000) : frameUs);
        }
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
        segmentsBeginTogether(made);
        assertThat(Reading.frames(made.played("v-h264-180")))
                .isEqualTo(IntStream.range(0, 120).map(it -> 2 * it).boxed().toList());
    }

    @Test
    void soundNeedsNoPicture() throws Exception {
        var made = made(Clip.SOUND, Codec.H264, 60);

        assertThat(made.index().tracks()).map(it -> it.id()).containsExactly("a-und-64");
        lastsAsLong(made, made.plan.audios().getFirst());
    }

    @Test
    void aLongFilmInChunksHasExactlyTheFramesOfTheFilm() throws Exception {
        var film = LongFilm.make(store);

        var made = Production.of(store, film, ladder(Codec.H264, 60));

        assertThat(made.plan.chunks()).hasSize(3);
        assertThat(Reading.frames(made.played("v-h264-180")))
                .isEqualTo(IntStream.range(0, LongFilm.FRAMES).boxed().toList());
        segmentsBeginTogether(made);
    }

    @ParameterizedTest
    @EnumSource(names = {"LANDSCAPE", "SURROUND", "TS"})
    void aFilmIsAsLoudAsAllOthersOrAsItsPeaksAllow(Clip clip) throws Exception {
        var made = made(clip, Codec.H264, 60);

        var source = made.media.audios().getFirst().loudness();
        var least = Math.min(-16, source.integratedLufs() - 1.5 - source.truePeakDb());
        var loudness =
                TestEncode.loudness(made.played(made.plan.audios().getFirst().id()));
        assertThat(loudness.integratedLufs()).isBetween(least - 1, -15.0);
        assertThat(loudness.truePeakDb()).isLessThan(-1);
    }

    private static Production made(Clip clip, Codec codec, int fastest) throws Exception {
        var made = MADE.get(List.of(clip, codec, fastest));
        if (made == null) {
            made = Production.of(Files.createTempDirectory(store, "film"), Corpus.file(clip), ladder(codec, fastest));
            MADE.put(List.of(clip, codec, fastest), made);
        }
        return made;
    }

    private static Ladder ladder(Codec codec, int fastest) {
        return new Ladder(
                List.of(
                        new VideoRung("90p", codec, 90, 150, 200, fastest),
                        new VideoRung("180p", codec, 180, 400, 500, fastest)),
                SOUNDS);
    }

    private static void hasAllFrames(Production made, VideoTrack track, VideoInfo source) throws Exception {
        var index = made.track(track.id());
        var frame = index.info().timescale()
                * track.frameRate().denominator()
                / track.frameRate().numerator();
        assertThat(index.segments().duration()).isEqualTo(source.frames() * frame);
        assertThat(index.segments().time(0)).isZero();
        assertThat(index.info().content())
                .isEqualTo(new Content.Picture(track.width(), track.height(), track.frameRate(), VideoInfo.Range.SDR));
        assertThat(keyframes(made, track.id()).size()).isEqualTo(Math.ceilDiv(source.frames(), track.framesPerGop()));
        assertThat(made.packets(track.id())).hasSize(Math.toIntExact(source.frames()));
    }

    private static void lastsAsLong(Production made, AudioTrack track) throws Exception {
        var index = made.track(track.id());
        assertThat(index.duration().toMillis()).isCloseTo(made.plan.durationMs(), within(2L));
        assertThat(index.info().content()).isEqualTo(new Content.Sound(track.channels(), 48_000));
        assertThat(index.info().language()).isEqualTo(track.language());
    }

    private static void segmentsBeginTogether(Production made) throws Exception {
        var first = made.plan.videos().getFirst().id();
        for (var track : made.plan.videos()) {
            assertThat(keyframes(made, track.id())).isEqualTo(keyframes(made, first));
            assertThat(made.track(track.id()).segments().count())
                    .isEqualTo(made.track(first).segments().count());
        }
        for (var track : made.plan.audios()) {
            assertThat(made.track(track.id()).segments().count())
                    .isCloseTo(made.track(first).segments().count(), within(1));
        }
    }

    private static List<Long> keyframes(Production made, String track) throws Exception {
        var all = made.packets(track);
        var first = all.getFirst().atUs();
        return all.stream()
                .filter(Production.Packet::isKey)
                .map(it -> (it.atUs() - first + 500) / 1000)
                .toList();
    }
}
