package io.streamverse.worker.encode;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.plan.AudioTrack;
import io.streamverse.media.source.AudioInfo;
import io.streamverse.media.source.AudioInfo.Loudness;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Work;
import io.streamverse.worker.tools.TestTools;
import io.streamverse.worker.work.LocalDesk;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodeAudioIT {
    private static final long FILM_MS = 6_000;
    private static final String BEEP = "0.3*sin(2*PI*1000*t)*between(t,3,3.2)";
    private static final String TALK = "0.1*sin(2*PI*300*t)*(1+sin(2*PI*t))";

    @TempDir
    Path store;

    @ParameterizedTest
    @CsvSource({"mp4,aac", "mkv,libopus", "mov,pcm_s16le", "ts,mp2", "avi,libmp3lame"})
    void soundStaysWithThePicture(String container, String codec) throws Exception {
        var source = sound("beep." + container, BEEP, "stereo", "-c:a", codec);

        var done = encode("beep." + container, 2, 2, measured(source), origin(source));

        assertThat(beepMs(file(done))).isCloseTo(beepMs(source) - origin(source) / 1e3, within(3.0));
        assertThat(Samples.in(file(done)).ticks()).isEqualTo(FILM_MS * 48);
    }

    @Test
    void whatComesBeforeThePictureIsLeftOutAndWhatComesLaterIsWaitedFor() throws Exception {
        var source = sound("beep.mov", BEEP, "stereo", "-c:a", "pcm_s16le");

        var early = beepMs(file(encode("beep.mov", 2, 2, measured(source), 500_000)));
        var late = beepMs(file(encode("beep.mov", 2, 2, measured(source), -500_000)));

        assertThat(early).isCloseTo(2_500, within(3.0));
        assertThat(late).isCloseTo(3_500, within(3.0));
    }

    @ParameterizedTest
    @CsvSource({"stereo,2,2", "mono,1,2", "mono,1,1", "stereo,2,1", "5.1,6,2", "5.1,6,6"})
    void allFilmsAreEquallyLoud(String layout, int channels, int wanted) throws Exception {
        var source = sound("talk.mov", TALK, layout, "-c:a", "pcm_s16le");

        var done = encode("talk.mov", channels, wanted, measured(source), 0);

        assertThat(measured(file(done)).integratedLufs()).isCloseTo(-16, within(0.5));
        assertThat(measured(file(done)).truePeakDb()).isLessThan(-1);
    }

    @Test
    void silenceStaysSilent() throws Exception {
        var source = sound("silence.mov", "0", "stereo", "-c:a", "pcm_s16le");

        var done = encode("silence.mov", 2, 2, measured(source), 0);

        assertThat(measured(file(done)).integratedLufs()).isLessThanOrEqualTo(-70);
    }

    private Path sound(String name, String wave, String layout, String... codec) throws Exception {
        var file = store.resolve(name);
        var channels = String.join("|", Collections.nCopies(channels(layout), wave));
        var arguments = new ArrayList<>(List.of(
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "color=size=64x64:rate=25:duration=6",
                "-f",
                "lavfi",
                "-i",
                "aevalsrc='%s':s=48000:d=6:c=%s".formatted(channels, layout),
                "-c:v",
                "mpeg4"));
        arguments.addAll(List.of(codec));
        arguments.addAll(List.of("-y", "file:" + file));
        Films.run(store, arguments);
        return file;
    }

    private static int channels(String layout) {
        return switch (layout) {
            case "mono" -> 1;
            case "stereo" -> 2;
            default -> 6;
        };
    }

    private Done.Encoded encode(String name, int channels, int wanted, Loudness loudness, long originUs)
            throws Exception {
        var info = new AudioInfo(1, "aac", channels, 48_000, "en", true, loudness);
        var track = new AudioTrack("a-en-128", info, "en", true, wanted, wanted == 6 ? 384 : 128);
        var desk = new LocalDesk(store, Files.createTempDirectory(store, "desk"));
        var done =
                new AudioRunner(TestTools.tools()).run(new Work.EncodeAudio(name, 1, track, originUs, FILM_MS), desk);
        assertThat(desk.busyMs().get(Accelerator.CPU)).isPositive();
        return (Done.Encoded) done;
    }

    private Path file(Done.Encoded done) {
        return store.resolve(requireNonNull(done.tracks().get("a-en-128")).key());
    }

    private Loudness measured(Path file) throws Exception {
        return MeasuredLoudness.in(TestTools.tools()
                .ffmpeg(List.of(
                        "-v",
                        "info",
                        "-i",
                        "file:" + file,
                        "-map",
                        "0:a",
                        "-af",
                        "ebur128=peak=true:framelog=quiet",
                        "-f",
                        "null",
                        "-"))
                .run()
                .orFail()
                .log());
    }

    private long origin(Path file) throws Exception {
        var start = TestTools.tools()
                .ffprobe(List.of(
                        "-v",
                        "error",
                        "-select_streams",
                        "v:0",
                        "-show_entries",
                        "stream=start_time",
                        "-of",
                        "csv=p=0",
                        "file:" + file))
                .run()
                .orFail()
                .output()
                .strip()
                .lines()
                .findFirst()
                .orElseThrow();
        return Math.round(Double.parseDouble(start.replace(",", "")) * 1e6);
    }

    /// In the times of the file itself.
    private double beepMs(Path file) throws Exception {
        var raw = Files.createTempFile(store, "beep", ".raw");
        Films.run(
                store,
                List.of(
                        "-v",
                        "error",
                        "-copyts",
                        "-i",
                        "file:" + file,
                        "-map",
                        "0:a",
                        "-af",
                        "aresample=48000:first_pts=0,aformat=sample_fmts=s16:channel_layouts=mono",
                        "-f",
                        "s16le",
                        "-y",
                        "file:" + raw));
        var samples = ByteBuffer.wrap(Files.readAllBytes(raw))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        while (Math.abs(samples.get()) < 2_000) {
            // Until it is heard.
        }
        return samples.position() / 48.0;
    }
}
