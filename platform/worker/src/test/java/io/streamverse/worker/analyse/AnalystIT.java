package io.streamverse.worker.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.source.MediaInfo;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Work;
import io.streamverse.worker.corpus.Clip;
import io.streamverse.worker.corpus.Corpus;
import io.streamverse.worker.tools.TestTools;
import io.streamverse.worker.work.LocalDesk;
import io.streamverse.worker.work.WorkFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalystIT {
    private final Analyst analyst = new Analyst(TestTools.tools());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LANDSCAPE           | mov 4000 ms | h264 320x180 120 of 30/1 SDR 8 bit
            PORTRAIT            | mov 4000 ms | h264 180x320 120 of 30/1 SDR 8 bit
            ROTATED             | mov 4000 ms | h264 180x320 120 of 30/1 SDR 8 bit
            ANAMORPHIC          | mov 4000 ms | h264 320x180 120 of 30/1 SDR 8 bit
            FPS_23_976          | mov 4004 ms | h264 320x180 96 of 24000/1001 SDR 8 bit
            FPS_24              | mov 4000 ms | h264 320x180 96 of 24/1 SDR 8 bit
            FPS_25              | mov 4000 ms | h264 320x180 100 of 25/1 SDR 8 bit
            FPS_29_97           | mov 4004 ms | h264 320x180 120 of 30000/1001 SDR 8 bit
            FPS_50              | mov 4000 ms | h264 320x180 200 of 50/1 SDR 8 bit
            FPS_60              | mov 4000 ms | h264 320x180 240 of 60/1 SDR 8 bit
            VARIABLE            | mov 3983 ms | h264 320x180 239 of 60/1 variable SDR 8 bit
            ODD                 | matroska 4000 ms | vp9 320x180 120 of 30/1 SDR 8 bit
            SILENT              | mov 4000 ms | h264 320x180 120 of 30/1 SDR 8 bit
            SURROUND            | mov 4000 ms | h264 320x180 120 of 30/1 SDR 8 bit
            LANGUAGES           | matroska 4000 ms | h264 320x180 120 of 30/1 SDR 8 bit
            HDR_PQ              | mov 4000 ms | hevc 320x180 120 of 30/1 PQ 10 bit
            HDR_HLG             | mov 4000 ms | hevc 320x180 120 of 30/1 HLG 10 bit
            INTERLACED          | mpegts 4000 ms | h264 320x180 100 of 25/1 interlaced SDR 8 bit
            SECRETLY_INTERLACED | mov 4000 ms | h264 320x180 100 of 25/1 interlaced SDR 8 bit
            LONG_GOP            | mov 4000 ms | h264 320x180 120 of 30/1 SDR 8 bit
            B_FRAMES            | mov 4000 ms | h264 320x180 120 of 30/1 SDR 8 bit
            OPEN_GOP            | mpegts 4000 ms | h264 320x180 120 of 30/1 SDR 8 bit
            EDIT_LIST           | mov 2500 ms | h264 320x180 75 of 30/1 SDR 8 bit
            MKV                 | matroska 4000 ms | h264 320x180 120 of 30/1 SDR 8 bit
            MOV                 | mov 4000 ms | prores 320x180 120 of 30/1 SDR 10 bit
            TS                  | mpegts 4000 ms | h264 320x180 120 of 30/1 SDR 8 bit
            WEBM                | matroska 4000 ms | vp8 320x180 120 of 30/1 SDR 8 bit
            AVI                 | avi 4033 ms | mpeg4 320x180 121 of 30/1 SDR 8 bit
            FAST_START          | mov 4000 ms | h264 320x180 120 of 30/1 SDR 8 bit
            EIGHT_K             | mov 600 ms | h264 7680x4320 3 of 5/1 SDR 8 bit
            EIGHT_K_HEADER      | mov 4000 ms | h264 320x180 120 of 30/1 SDR 8 bit
            TEN_BIT_422         | mov 4000 ms | h264 320x180 120 of 30/1 SDR 10 bit
            PROGRAM_STREAM      | mpeg 4000 ms | mpeg2video 320x180 100 of 25/1 interlaced SDR 8 bit
            FPS_1               | mov 4000 ms | h264 320x180 4 of 1/1 SDR 8 bit
            FPS_120             | mov 4000 ms | h264 320x180 240 of 60/1 SDR 8 bit
            LATE                | mpegts 4000 ms | h264 320x180 120 of 30/1 SDR 8 bit
            WRAPPED             | mpegts 4000 ms | h264 320x180 120 of 30/1 SDR 8 bit
            GAP                 | matroska 4000 ms | h264 320x180 120 of 30/1 SDR 8 bit
            LONG_SOUND          | mov 4000 ms | h264 320x180 120 of 30/1 SDR 8 bit
            SHORT_SOUND         | matroska 4000 ms | h264 320x180 120 of 30/1 SDR 8 bit
            TWO_FILMS           | matroska 4000 ms | h264 320x180 120 of 30/1 SDR 8 bit
            """)
    void aFilmIsDescribed(Clip clip, String file, String video) throws Exception {
        var media = analyse(clip);

        assertThat(media.container() + " " + media.durationMs() + " ms").isEqualTo(file);
        assertThat(Described.video(media)).isEqualTo(video);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LANDSCAPE | aac 1 x 48000 und default
            SILENT    | ''
            SOUND     | aac 1 x 48000 und default
            COVER     | aac 1 x 48000 und default
            LANGUAGES | aac 1 x 48000 en, aac 1 x 48000 fr default, captions subrip en
            SURROUND  | aac 6 x 48000 und default
            MOV       | pcm_s16le 1 x 48000 und default
            TS        | aac 1 x 48000 und
            ODD       | opus 1 x 48000 und
            AVI       | mp3 1 x 48000 und
            STILL     | aac 1 x 48000 und default
            """)
    void soundAndCaptionsAreDescribed(Clip clip, String tracks) throws Exception {
        assertThat(Described.tracks(analyse(clip))).isEqualTo(tracks);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TRUNCATED      | truncated        | its index is missing
            CUT            | truncated        | seconds of what it promises are missing
            CUT_MKV        | truncated        | seconds of what it promises are missing
            SCRATCHED      | damaged          | cannot be decoded
            GARBAGE        | not-a-video      | no known container
            TEXT           | not-a-video      | no known container
            PICTURE        | not-a-video      | a list, a picture or a text
            PLAYLIST       | not-a-video      | no known container
            CONCAT         | not-a-video      | a list, a picture or a text
            GIF            | not-a-video      | a list, a picture or a text
            APNG           | not-a-video      | a list, a picture or a text
            EMPTY          | not-a-video      | no known container
            ENCRYPTED      | encrypted        | without DRM
            ONE_PIXEL      | dimensions       | 1x1
            TOO_WIDE       | dimensions       | 16384x64
            BOMB           | dimensions       | 8192x8192
            MANY_STREAMS   | too-many-tracks  | 100 tracks
            TOO_SHORT      | duration         | seconds
            TOO_LONG       | duration         | 30.0 hours
            TOO_FAST       | frame-rate       | 1000 frames
            CAPTIONS_ALONE | no-tracks        | only captions
            """)
    void whatCannotBePlayedIsRefused(Clip clip, String code, String why) {
        assertThatThrownBy(() -> analyse(clip)).isInstanceOfSatisfying(WorkFailure.class, it -> {
            assertThat(it.code()).isEqualTo("media.source." + code);
            assertThat(it).hasMessageContaining(why);
            assertThat(it.isPermanent()).isTrue();
        });
    }

    @Test
    void theFirstPictureSaysWhenTheFilmBegins() throws Exception {
        assertThat(Described.originUs(analyse(Clip.LANDSCAPE))).isZero();
        assertThat(Described.originUs(analyse(Clip.TS))).isBetween(1_400_000L, 1_500_000L);
        assertThat(Described.originUs(analyse(Clip.EDIT_LIST))).isZero();
    }

    @Test
    void loudnessIsMeasuredPerTrack() throws Exception {
        var tracks = analyse(Clip.LANGUAGES).audios();

        assertThat(tracks).hasSize(2).allSatisfy(it -> {
            assertThat(it.loudness().integratedLufs()).isBetween(-17.0, -15.0);
            assertThat(it.loudness().truePeakDb()).isBetween(-7.0, -4.0);
            assertThat(it.loudness().thresholdLufs()).isBetween(-27.0, -25.0);
        });
    }

    @Test
    void itIsKnownByItsBytesAndCostsTime() throws Exception {
        var desk = desk(Clip.SILENT);
        var file = Corpus.file(Clip.SILENT);

        var media = analyst.run(new Work.Analyse(file.toString(), Files.size(file)), desk)
                .media();

        assertThat(media.bytes()).isEqualTo(Files.size(file));
        assertThat(media.sha256()).isEqualTo(Checksum.of(file)).matches("[0-9a-f]{64}");
        assertThat(desk.busyMs().get(Accelerator.CPU)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"CAPTIONED,4", "CAPTIONED_MP4,1", "LANGUAGES,1"})
    void captionsInsideComeOutAsText(Clip clip, int count) throws Exception {
        var texts = done(clip).captions();

        assertThat(texts).hasSize(count);
        for (var text : texts) {
            assertThat(text.cues()).isOne();
            assertThat(folder.resolve(text.text().key()))
                    .content()
                    .startsWith("WEBVTT")
                    .contains("00:00:00.500 --> 00:00:01.500", "Good evening.");
        }
    }

    @Test
    void captionsThatCannotBeTakenAreToldAndNoReasonToRefuseTheFilm() throws Exception {
        assertThat(Described.captions(analyse(Clip.CAPTIONED)))
                .containsExactly(
                        "subrip en hearing impaired English",
                        "ass de",
                        "webvtt fr",
                        "subrip en forced",
                        "subrip es: line 2: has more than 20 lines or 1000 characters; line 0: holds no cues",
                        "hdmv_pgs_subtitle ja: These are pictures, not text.");
    }

    private MediaInfo analyse(Clip clip) throws Exception {
        return done(clip).media();
    }

    private Done.Analysed done(Clip clip) throws Exception {
        var file = Corpus.file(clip);
        return analyst.run(new Work.Analyse(file.toString(), Files.size(file)), desk(clip));
    }

    private LocalDesk desk(Clip clip) throws Exception {
        return new LocalDesk(folder, Files.createTempDirectory(folder, clip.name()));
    }
}
