package io.streamverse.media.index;

import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.VideoInfo;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/// Indexes to try things on.
final class Indexes {
    private static final List<VideoInfo.Range> RANGES = List.of(VideoInfo.Range.values());

    private Indexes() {}

    static SegmentIndex random(RandomGenerator random) {
        var tracks = new ArrayList<IndexTrack>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            tracks.add(track(random, "t" + i));
        }
        return new SegmentIndex(tracks, random.nextBoolean());
    }

    static IndexTrack track(RandomGenerator random, String id) {
        var segments = Segments.from(random.nextInt(1000), random.nextLong(1L << 40), random.nextLong(1L << 40));
        int count = random.nextInt(100);
        for (int i = 0; i < count; i++) {
            long bytes = 1 + random.nextLong(random.nextBoolean() ? 0xffff_ffffL : 100_000);
            segments.add(bytes, 1 + random.nextLong(0xffff_ffffL), random.nextLong(bytes + 1));
        }
        return new IndexTrack(info(random, id), segments.build());
    }

    private static TrackInfo info(RandomGenerator random, String id) {
        var init = new ByteRange(random.nextInt(10), random.nextInt(1 << 20));
        long timescale = 1 + random.nextLong(0xffff_ffffL);
        return new TrackInfo(
                id,
                content(random),
                "mp4a.40.2",
                "zh-Hant",
                timescale,
                init,
                encryption(random),
                "ten/live/work/" + id);
    }

    private static Content content(RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 ->
                new Content.Picture(
                        1 + random.nextInt(65535),
                        1 + random.nextInt(65535),
                        new FrameRate(30000, 1001),
                        RANGES.get(random.nextInt(3)));
            case 1 -> new Content.Sound(1 + random.nextInt(255), 48_000);
            default -> new Content.Text();
        };
    }

    private static Encryption encryption(RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 -> Encryption.NONE;
            case 1 -> new Encryption(Scheme.CENC, hex(random, 16), null);
            default -> new Encryption(Scheme.CBCS, hex(random, 16), hex(random, random.nextBoolean() ? 8 : 16));
        };
    }

    private static String hex(RandomGenerator random, int bytes) {
        var value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    /// A picture of 25 frames a second in segments of four seconds, each of 1000 bytes and its number, 100 of them the
    /// first picture's.
    static IndexTrack picture(String id, int segments) {
        var all = Segments.from(0, 900, 0);
        for (int i = 0; i < segments; i++) {
            all.add(1000 + i, 4 * 12_800, 100);
        }
        var shape = new Content.Picture(1280, 720, new FrameRate(25, 1), VideoInfo.Range.SDR);
        return new IndexTrack(
                new TrackInfo(id, shape, "avc1.64001f", "und", 12_800, new ByteRange(0, 800), Encryption.NONE, ""),
                all.build());
    }

    /// Frames of AAC do not add up to four seconds: one segment has 187, the next 188.
    static IndexTrack sound(String id, int segments) {
        var all = Segments.from(0, 700, 0);
        for (int i = 0; i < segments; i++) {
            all.add(64_000, i % 2 == 0 ? 188 * 1024 : 187 * 1024, 0);
        }
        return new IndexTrack(
                new TrackInfo(
                        id,
                        new Content.Sound(2, 48_000),
                        "mp4a.40.2",
                        "en",
                        48_000,
                        new ByteRange(0, 600),
                        Encryption.NONE,
                        ""),
                all.build());
    }

    static SegmentIndex film(int segments) {
        return new SegmentIndex(List.of(picture("v-h264-720", segments), sound("a-en-128", segments)), true);
    }
}
