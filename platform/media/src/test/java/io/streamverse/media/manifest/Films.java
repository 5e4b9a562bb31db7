package io.streamverse.media.manifest;

import io.streamverse.media.index.ByteRange;
import io.streamverse.media.index.Content;
import io.streamverse.media.index.Encryption;
import io.streamverse.media.index.IndexTrack;
import io.streamverse.media.index.Scheme;
import io.streamverse.media.index.Segments;
import io.streamverse.media.index.TrackInfo;
import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.VideoInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Films to make manifests of: pictures of several sizes and codecs in aligned segments, sounds that are nearly so.
final class Films {
    static final String KEY_ID = "00112233445566778899aabbccddeeff";
    private static final int[] HEIGHTS = {180, 360, 720, 1080, 2160};
    private static final List<String> CODECS = List.of("avc1.64001f", "hvc1.1.6.L93.B0", "av01.0.04M.08");
    private static final List<String> LANGUAGES = List.of("en", "de", "zh-Hant", "und");
    private static final List<FrameRate> RATES =
            List.of(new FrameRate(24000, 1001), new FrameRate(25, 1), new FrameRate(60000, 1001));
    private final RandomGenerator random;
    private final Encryption encryption;
    private final FrameRate rate;
    private final int segments;

    private Films(RandomGenerator random) {
        this.random = random;
        this.encryption = switch (random.nextInt(3)) {
            case 0 -> Encryption.NONE;
            case 1 -> new Encryption(Scheme.CENC, KEY_ID, null);
            default -> new Encryption(Scheme.CBCS, KEY_ID, KEY_ID);
        };
        this.rate = RATES.get(random.nextInt(RATES.size()));
        this.segments = 1 + random.nextInt(60);
    }

    static Programme random(RandomGenerator random) {
        return new Films(random).programme();
    }

    static Programme labelled(String label, Subtitles.Role role) {
        return labelled("en", label, role);
    }

    static Programme labelled(String language, String label, Subtitles.Role role) {
        var film = random(new SplittableRandom(1));
        var subtitles = List.of(new Subtitles("cap_1", language, role, label));
        return new Programme(film.tracks(), subtitles, null, film.keyLines(), 0, false);
    }

    private Programme programme() {
        var tracks = new ArrayList<IndexTrack>();
        for (var codec : CODECS.subList(0, random.nextInt(CODECS.size() + 1))) {
            for (int height : HEIGHTS) {
                tracks.add(picture("v-%s-%d".formatted(codec.substring(0, 4), height), codec, height));
            }
        }
        for (var language : LANGUAGES.subList(0, random.nextInt(tracks.isEmpty() ? 1 : 0, LANGUAGES.size() + 1))) {
            tracks.add(sound("a-%s-64".formatted(language.toLowerCase(Locale.ROOT)), language, 2));
            tracks.add(sound("a-%s-128".formatted(language.toLowerCase(Locale.ROOT)), language, 2));
            if (random.nextBoolean()) {
                tracks.add(sound("a-%s-384".formatted(language.toLowerCase(Locale.ROOT)), language, 6));
            }
        }
        var subtitles = random.nextBoolean()
                ? List.<Subtitles>of()
                : List.of(
                        new Subtitles("cap_1", "en", Subtitles.Role.SUBTITLES, null),
                        new Subtitles("cap_2", "en", Subtitles.Role.CAPTIONS, "English"),
                        new Subtitles("cap_3", "en", Subtitles.Role.FORCED, "English"));
        var board = random.nextBoolean() ? null : new Storyboard("storyboard.vtt", 160, 90, 2);
        return new Programme(tracks, subtitles, board, keyLines(), random.nextInt(3), random.nextBoolean());
    }

    private KeyLines keyLines() {
        var lines = KeyLines.values();
        return encryption.scheme() == Scheme.NONE ? KeyLines.PLAIN : lines[1 + random.nextInt(lines.length - 1)];
    }

    private IndexTrack picture(String id, String codec, int height) {
        long frame = rate.denominator();
        long frames = rate.framesIn(4);
        var all = Segments.from(0, 900, 0);
        for (int i = 0; i < segments; i++) {
            long last = 1 + random.nextLong(frames);
            long bytes = 100 + random.nextLong(1_000_000);
            all.add(bytes, frame * (i == segments - 1 ? last : frames), random.nextLong(1, bytes));
        }
        var range = codec.startsWith("avc") ? VideoInfo.Range.SDR : VideoInfo.Range.PQ;
        return new IndexTrack(
                info(id, new Content.Picture(height * 16 / 9, height, rate, range), codec, "und", rate.numerator()),
                all.build());
    }

    private IndexTrack sound(String id, String language, int channels) {
        var all = Segments.from(0, 700, 0);
        long frames = 0;
        for (int i = 1; i <= segments; i++) {
            long end = Math.round(i * 4.0 * 48_000 / 1024);
            all.add(1 + random.nextLong(64_000), (end - frames) * 1024, 0);
            frames = end;
        }
        return new IndexTrack(
                info(id, new Content.Sound(channels, 48_000), "mp4a.40.2", language, 48_000), all.build());
    }

    private TrackInfo info(String id, Content content, String codecs, String language, long timescale) {
        return new TrackInfo(id, content, codecs, language, timescale, new ByteRange(0, 700), encryption, "");
    }
}
