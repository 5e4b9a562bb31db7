package io.streamverse.media.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.VideoInfo;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Ten seconds each, made by FFmpeg 8.0.1 and Shaka Packager 3.4.2; what is expected of them stands in its MPD.
class CmafFileTest {
    private static final String KEY_ID = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "h264, avc1.64000a, 30000, 838, 906",
        "hevc, hvc1.1.6.L30.90, 30000, 3182, 3250",
        "vp9, vp09.00.10.08.01.02.02.02.00, 12800, 807, 875",
        "av1, av01.0.00M.10, 12800, 811, 879",
        "aac, mp4a.40.2, 48000, 833, 901",
        "opus, opus, 48000, 810, 878"
    })
    void aRenditionIsATrack(String name, String codecs, long timescale, long initEnd, long firstByte)
            throws IOException {
        var track = CmafFile.read(file(name), "t", "und");

        assertThat(track.info().codecs()).isEqualTo(codecs);
        assertThat(track.info().timescale()).isEqualTo(timescale);
        assertThat(track.info().init()).isEqualTo(new ByteRange(0, initEnd));
        assertThat(track.segments().range(0).from()).isEqualTo(firstByte);
        assertThat(track.segments().range(2).end()).isEqualTo(Files.size(file(name)));
        assertThat(track.segments().count()).isEqualTo(3);
        assertThat(track.duration()).isBetween(Duration.ofMillis(9970), Duration.ofMillis(10_050));
    }

    @Test
    void aPictureHasItsSizeAndRate() throws IOException {
        assertThat(CmafFile.read(file("h264"), "v", "und").info().content())
                .isEqualTo(new Content.Picture(96, 54, new FrameRate(30_000, 1001), VideoInfo.Range.SDR));
        assertThat(CmafFile.read(file("vp9"), "v", "und").info().content())
                .isEqualTo(new Content.Picture(96, 54, new FrameRate(25, 1), VideoInfo.Range.SDR));
        assertThat(CmafFile.read(file("aac"), "a", "en").info().content()).isEqualTo(new Content.Sound(2, 48_000));
    }

    /// The packager's own I-frame playlist says the same.
    @Test
    void anIFrameEndsWithTheFirstPicture() throws IOException {
        var segments = CmafFile.read(file("h264"), "v", "und").segments();

        assertThat(segments.iFrame(0)).isEqualTo(new ByteRange(906, 2681));
        assertThat(segments.iFrame(1)).isEqualTo(new ByteRange(8590, 2124));
        assertThat(segments.iFrame(2)).isEqualTo(new ByteRange(16_005, 1447));
    }

    @ParameterizedTest
    @CsvSource({
        "h264-cbcs, avc1.64000a, CBCS, 0f0e0d0c0b0a09080706050403020100",
        "hevc-cbcs, hvc1.1.6.L30.90, CBCS, 0f0e0d0c0b0a09080706050403020100",
        "aac-cbcs, mp4a.40.2, CBCS, 0f0e0d0c0b0a09080706050403020100",
        "h264-cenc, avc1.64000a, CENC,",
        "av1-cenc, av01.0.00M.10, CENC,"
    })
    void whatIsEncryptedSaysHow(String name, String codecs, Scheme scheme, String iv) throws IOException {
        var info = CmafFile.read(file(name), "t", "und").info();

        assertThat(info.encryption()).isEqualTo(new Encryption(scheme, KEY_ID, iv));
        assertThat(info.codecs()).isEqualTo(codecs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h264", "aac-cbcs"})
    void whatIsCutOffIsRefused(String name) throws IOException {
        var bytes = Files.readAllBytes(file(name));

        for (int length = 0; length < bytes.length; length += 797) {
            var cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(bytes, length));

            assertThatThrownBy(() -> CmafFile.read(cut, "t", "und")).isInstanceOf(BrokenCmaf.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h264", "hevc-cbcs", "vp9", "av1-cenc", "aac", "opus"})
    void noiseInTheBoxesIsATrackOrIsRefused(String name) throws IOException {
        var random = new SplittableRandom(42);
        var bytes = Files.readAllBytes(file(name));
        int heads =
                (int) CmafFile.read(file(name), "t", "und").segments().range(0).from() + 200;

        for (int i = 0; i < 150; i++) {
            var noisy = bytes.clone();
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                noisy[random.nextInt(heads)] = (byte) random.nextInt();
            }
            read(Files.write(folder.resolve("noisy.mp4"), noisy));
        }
    }

    private static void read(Path file) throws IOException {
        try {
            CmafFile.read(file, "t", "und");
        } catch (BrokenCmaf refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }

    private static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(CmafFileTest.class.getResource(name + ".mp4"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }
}
