package io.streamverse.media.manifest;

import io.streamverse.media.index.Content;
import io.streamverse.media.index.IndexTrack;
import io.streamverse.media.source.VideoInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The playlist that names all others. Bandwidths are measured: the peak of each combination is at most the sum of its
/// parts' peaks.
final class Multivariant {
    private static final int STEREO = 2;
    private static final String SUBTITLES = "subtitles";
    private static final String TRANSCRIBED =
            "public.accessibility.transcribes-spoken-dialog,public.accessibility.describes-music-and-sound";
    private final Programme programme;
    private final List<IndexTrack> pictures;
    private final List<SoundGroup> sounds;
    private final StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");

    Multivariant(Programme programme) {
        this.programme = programme;
        this.pictures = programme.pictures();
        this.sounds = SoundGroup.of(programme.sounds());
    }

    String text() {
        start();
        steering();
        storyboard();
        sounds.forEach(this::renditions);
        subtitles();
        for (int place = 0; place < pictures.size(); place++) {
            variants(pictures.get(place), place);
        }
        if (pictures.isEmpty()) {
            sounds.forEach(this::soundOnly);
        }
        pictures.stream().filter(Hls::hasIFrames).forEach(this::iFrames);
        return text.toString();
    }

    private void start() {
        if (programme.startSeconds() > 0) {
            line(new Attributes("#EXT-X-START")
                    .with("TIME-OFFSET", programme.startSeconds())
                    .with("PRECISE", "YES"));
        }
    }

    private void steering() {
        if (programme.steered()) {
            line(new Attributes("#EXT-X-CONTENT-STEERING")
                    .quoted("SERVER-URI", Programme.STEERING)
                    .quoted("PATHWAY-ID", Programme.PATHWAY));
        }
    }

    private void storyboard() {
        var board = programme.storyboard();
        if (board != null) {
            line(new Attributes("#EXT-X-SESSION-DATA")
                    .quoted("DATA-ID", "io.streamverse.storyboard")
                    .quoted("URI", "../storyboard/" + board.file())
                    .with("FORMAT", "RAW"));
        }
    }

    private void renditions(SoundGroup group) {
        group.members().forEach((voice, track) -> {
            var isFirst = track.equals(group.members().values().iterator().next());
            var line = new Attributes("#EXT-X-MEDIA")
                    .with("TYPE", "AUDIO")
                    .quoted("GROUP-ID", group.id())
                    .quoted("NAME", voice.name());
            if (!voice.language().equals("und")) {
                line.quoted("LANGUAGE", voice.language());
            }
            line.with("DEFAULT", isFirst ? "YES" : "NO")
                    .with("AUTOSELECT", voice.number() == 1 ? "YES" : "NO")
                    .quoted(
                            "CHANNELS",
                            String.valueOf(((Content.Sound) track.info().content()).channels()))
                    .quoted("URI", track.id() + ".m3u8");
            line(line);
        });
    }

    private void subtitles() {
        var names = SubtitleNames.of(programme.subtitles());
        for (int i = 0; i < names.size(); i++) {
            rendition(programme.subtitles().get(i), names.get(i));
        }
    }

    private void rendition(Subtitles subtitles, String name) {
        var line = new Attributes("#EXT-X-MEDIA")
                .with("TYPE", "SUBTITLES")
                .quoted("GROUP-ID", SUBTITLES)
                .quoted("NAME", name)
                .quoted("LANGUAGE", subtitles.language())
                .with("DEFAULT", "NO")
                .with("AUTOSELECT", "YES")
                .with("FORCED", subtitles.role() == Subtitles.Role.FORCED ? "YES" : "NO");
        if (subtitles.role() == Subtitles.Role.CAPTIONS) {
            line.quoted("CHARACTERISTICS", TRANSCRIBED);
        }
        line(line.quoted("URI", "captions-%s.m3u8".formatted(subtitles.id())));
    }

    /// The worst picture goes with the worst stereo, the best with the best; more channels only with the better half.
    private void variants(IndexTrack picture, int place) {
        var plain = sounds.stream().filter(it -> it.channels() <= STEREO).toList();
        if (sounds.isEmpty()) {
            variant(picture, null);
        } else if (!plain.isEmpty()) {
            int fromTop = (pictures.size() - 1 - place) * plain.size() / pictures.size();
            variant(picture, plain.get(plain.size() - 1 - fromTop));
        }
        if (plain.isEmpty() || place >= pictures.size() / 2) {
            sounds.stream().filter(it -> it.channels() > STEREO).forEach(it -> variant(picture, it));
        }
    }

    private void variant(IndexTrack picture, @Nullable SoundGroup group) {
        var shape = (Content.Picture) picture.info().content();
        var codecs = new LinkedHashSet<>(List.of(picture.info().codecs()));
        if (group != null) {
            group.members().values().forEach(it -> codecs.add(it.info().codecs()));
        }
        var line = stream(
                        picture.peakBitsPerSecond() + (group == null ? 0 : group.peakBitsPerSecond()),
                        picture.averageBitsPerSecond() + (group == null ? 0 : group.averageBitsPerSecond()),
                        codecs)
                .with("RESOLUTION", shape.width() + "x" + shape.height())
                .with(
                        "FRAME-RATE",
                        String.format(Locale.ROOT, "%.3f", shape.frameRate().perSecond()))
                .with("VIDEO-RANGE", range(shape.range()));
        if (group != null) {
            line.quoted("AUDIO", group.id());
        }
        end(line, picture);
    }

    private void soundOnly(SoundGroup group) {
        var codecs = group.members().values().stream()
                .map(it -> it.info().codecs())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var first = group.members().values().iterator().next();
        end(
                stream(group.peakBitsPerSecond(), group.averageBitsPerSecond(), codecs)
                        .quoted("AUDIO", group.id()),
                first);
    }

    private static Attributes stream(long peak, long average, Set<String> codecs) {
        return new Attributes("#EXT-X-STREAM-INF")
                .with("BANDWIDTH", peak)
                .with("AVERAGE-BANDWIDTH", average)
                .quoted("CODECS", String.join(",", codecs));
    }

    private void end(Attributes stream, IndexTrack track) {
        if (!programme.subtitles().isEmpty()) {
            stream.quoted("SUBTITLES", SUBTITLES);
        }
        line(stream.with("CLOSED-CAPTIONS", "NONE"));
        text.append(track.id()).append(".m3u8\n");
    }

    private void iFrames(IndexTrack picture) {
        var shape = (Content.Picture) picture.info().content();
        line(new Attributes("#EXT-X-I-FRAME-STREAM-INF")
                .with("BANDWIDTH", iFramePeak(picture))
                .quoted("CODECS", picture.info().codecs())
                .with("RESOLUTION", shape.width() + "x" + shape.height())
                .with("VIDEO-RANGE", range(shape.range()))
                .quoted("URI", picture.id() + ".iframes.m3u8"));
    }

    /// Of any stretch: no stretch of whole entries has a higher rate than the highest of its entries.
    static long iFramePeak(IndexTrack picture) {
        var segments = picture.segments();
        long timescale = picture.info().timescale();
        long peak = 0;
        for (int number = segments.first(); number < segments.end(); number++) {
            double rate = 8.0 * segments.iFrameBytes(number) * timescale / segments.duration(number);
            peak = Math.max(peak, (long) Math.ceil(rate));
        }
        return peak;
    }

    private static String range(VideoInfo.Range range) {
        return switch (range) {
            case SDR -> "SDR";
            case PQ -> "PQ";
            case HLG -> "HLG";
        };
    }

    private void line(Attributes attributes) {
        text.append(attributes).append('\n');
    }
}
