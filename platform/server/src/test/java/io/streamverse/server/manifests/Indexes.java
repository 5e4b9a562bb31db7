package io.streamverse.server.manifests;

import io.streamverse.media.index.ByteRange;
import io.streamverse.media.index.Content;
import io.streamverse.media.index.Encryption;
import io.streamverse.media.index.IndexTrack;
import io.streamverse.media.index.Scheme;
import io.streamverse.media.index.SegmentIndex;
import io.streamverse.media.index.Segments;
import io.streamverse.media.index.TrackInfo;
import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.VideoInfo;
import java.util.ArrayList;
import java.util.List;

/// Films of three segments in H.264 and HEVC at four heights, with stereo in two qualities.
final class Indexes {
    private static final String KEY_ID = "00112233445566778899aabbccddeeff";
    private static final int SEGMENTS = 3;

    private Indexes() {}

    static SegmentIndex film(Scheme... schemes) {
        var tracks = new ArrayList<IndexTrack>();
        for (var scheme : schemes) {
            var ending = schemes.length > 1 ? "-" + scheme.label() : "";
            for (int height : List.of(360, 576, 1080, 2160)) {
                tracks.add(picture("v-h264-" + height + ending, "avc1.64001f", height, scheme));
                tracks.add(picture("v-hevc-" + height + ending, "hvc1.1.6.L93.B0", height, scheme));
            }
            tracks.add(sound("a-en-64" + ending, scheme));
            tracks.add(sound("a-en-128" + ending, scheme));
        }
        return new SegmentIndex(tracks, true);
    }

    static SegmentIndex radio() {
        return new SegmentIndex(List.of(sound("a-en-128", Scheme.NONE)), true);
    }

    private static IndexTrack picture(String id, String codecs, int height, Scheme scheme) {
        var shape = new Content.Picture(height * 16 / 9, height, new FrameRate(25, 1), VideoInfo.Range.SDR);
        return track(id, shape, codecs, "und", 25, 100L * height, 100, scheme);
    }

    private static IndexTrack sound(String id, Scheme scheme) {
        return track(id, new Content.Sound(2, 48_000), "mp4a.40.2", "en", 48_000, 1000, 0, scheme);
    }

    private static IndexTrack track(
            String id,
            Content content,
            String codecs,
            String language,
            int scale,
            long bytes,
            long iFrame,
            Scheme scheme) {
        var segments = Segments.from(0, 900, 0);
        for (int i = 0; i < SEGMENTS; i++) {
            segments.add(bytes, 4L * scale, iFrame);
        }
        var encryption = switch (scheme) {
            case NONE -> Encryption.NONE;
            case CENC -> new Encryption(Scheme.CENC, KEY_ID, null);
            case CBCS -> new Encryption(Scheme.CBCS, KEY_ID, KEY_ID);
        };
        return new IndexTrack(
                new TrackInfo(
                        id, content, codecs, language, scale, new ByteRange(0, 800), encryption, "ten/live/" + id),
                segments.build());
    }
}
