package io.streamverse.media.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.VideoInfo;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class IndexFileTest {
    @RepeatedTest(200)
    void whatIsWrittenIsRead(RepetitionInfo run) {
        var index = Indexes.random(new SplittableRandom(run.getCurrentRepetition()));

        assertThat(SegmentIndex.read(index.bytes())).isEqualTo(index);
    }

    @RepeatedTest(200)
    void appendedBytesMakeItGrow(RepetitionInfo run) {
        var random = new SplittableRandom(run.getCurrentRepetition());
        var after = Indexes.random(random);
        var before = new SegmentIndex(
                after.tracks().stream()
                        .limit(random.nextInt(after.tracks().size() + 1))
                        .map(it -> it.slice(
                                it.segments().first(),
                                random.nextInt(
                                        it.segments().first(), it.segments().end() + 1)))
                        .toList(),
                false);

        var grown = new ByteArrayOutputStream();
        grown.writeBytes(before.bytes());
        grown.writeBytes(IndexFile.growth(before, after));

        assertThat(SegmentIndex.read(grown.toByteArray())).isEqualTo(after);
    }

    @Test
    void onlyGrowthCanBeAppended() {
        var film = new SegmentIndex(List.of(Indexes.picture("v", 5)), false);
        var shorter = new SegmentIndex(List.of(Indexes.picture("v", 4)), false);
        var moved = new SegmentIndex(List.of(Indexes.picture("v", 9).in("elsewhere")), false);

        assertThatIllegalArgumentException().isThrownBy(() -> IndexFile.growth(film, shorter));
        assertThatIllegalArgumentException().isThrownBy(() -> IndexFile.growth(film, moved));
        assertThatIllegalArgumentException().isThrownBy(() -> IndexFile.growth(film.end(), film));
    }

    @Test
    void twoHoursOfThirtyTracksAreSmall() {
        var track = Indexes.picture("v", 1800);
        var bytes = new SegmentIndex(List.of(track), true).bytes();

        assertThat(bytes.length / 1800.0).isLessThanOrEqualTo(16);
    }

    @Test
    void theEndIsNotForgotten() {
        var bytes = Indexes.film(3).bytes();
        var open = SegmentIndex.read(Arrays.copyOf(bytes, bytes.length - 15));

        assertThat(open.ended()).isFalse();
        assertThat(open.end()).isEqualTo(Indexes.film(3));
    }

    /// Whoever changes these bytes makes a new version, and goes on reading this one.
    @Test
    void theFormatDoesNotChangeUnnoticed() {
        var film = new TrackInfo(
                "v-h264-720",
                new Content.Picture(1280, 720, new FrameRate(30_000, 1001), VideoInfo.Range.HLG),
                "avc1.64001f",
                "und",
                30_000,
                new ByteRange(0, 837),
                new Encryption(Scheme.CBCS, "0123456789abcdef0123456789abcdef", "0f0e0d0c0b0a09080706050403020100"),
                "ten_1/live/work/job_1/pack/1/v.mp4");
        var sound = new TrackInfo(
                "a-en-128",
                new Content.Sound(2, 48_000),
                "mp4a.40.2",
                "en",
                48_000,
                new ByteRange(0, 600),
                Encryption.NONE,
                "");
        var index = new SegmentIndex(
                List.of(
                        new IndexTrack(
                                film,
                                Segments.from(0, 906, 0)
                                        .add(70_000, 120_120, 9000)
                                        .add(0xffff_ffffL, 60_060, 1)
                                        .build()),
                        new IndexTrack(
                                sound,
                                Segments.from(7, 701, 1024)
                                        .add(64_000, 192_512, 0)
                                        .build())),
                true);

        assertThat(HexFormat.of().formatHex(index.bytes()).replaceAll("(.{80})", "$1\n"))
                .isEqualTo("""
                53565349000100000100000097000a762d683236342d37323001050002d000007530000003e90200
                0b617663312e3634303031660003756e64002274656e5f312f6c6976652f776f726b2f6a6f625f31
                2f7061636b2f312f762e6d70340000753000000000000000000000034502100123456789abcdef01
                23456789abcdef100f0e0d0c0b0a0908070605040302010000000000000000000000038a00000000
                0000000072149f32020000001e000000000000000111700001d53800002328ffffffff0000ea9c00
                0000012944f4a801000000480008612d656e2d31323802020000bb8000096d7034612e34302e3200
                02656e00000000bb800000000000000000000002580000000000000700000000000002bd00000000
                000004001435be8102000000120001000000070000fa000002f00000000000224d0aed0000000006
                000200000003bc450615""");
    }

    @Test
    void whatIsNoneSaysSo() {
        assertThatThrownBy(() -> SegmentIndex.read(new byte[0])).isInstanceOf(BrokenIndex.class);
        assertThatThrownBy(() -> SegmentIndex.read("Good evening".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BrokenIndex.class)
                .hasMessage("This is no segment index");
    }
}
