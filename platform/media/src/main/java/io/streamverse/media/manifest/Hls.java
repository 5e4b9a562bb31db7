package io.streamverse.media.manifest;

import io.streamverse.media.index.IndexTrack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Media playlists as draft-pantos-hls-rfc8216bis has them.
public final class Hls {
    private static final int VERSION = 7;
    private static final long MICROS = 1_000_000;

    private Hls() {}

    public static String multivariant(Programme programme) {
        return new Multivariant(programme).text();
    }

    public static String media(Programme programme, IndexTrack track) {
        return playlist(programme, track, "", ".m4s");
    }

    /// Each entry is the beginning of a segment up to the end of its first picture.
    public static String iFrames(Programme programme, IndexTrack track) {
        if (!hasIFrames(track)) {
            throw new IllegalArgumentException(track.id() + " has segments without a picture of their own");
        }
        return playlist(programme, track, "#EXT-X-I-FRAMES-ONLY\n", ".i.m4s");
    }

    /// One file holds all. It has no X-TIMESTAMP-MAP, which makes time 0 of its cues that of the media, as it should.
    public static String subtitles(Programme programme, Subtitles subtitles) {
        long micros = micros(programme.duration());
        return head(List.of(micros), 0)
                .append(seconds(micros))
                .append("../captions/%s.vtt\n#EXT-X-ENDLIST\n".formatted(subtitles.id()))
                .toString();
    }

    public static boolean hasIFrames(IndexTrack track) {
        var segments = track.segments();
        for (int number = segments.first(); number < segments.end(); number++) {
            if (segments.iFrameBytes(number) == 0) {
                return false;
            }
        }
        return true;
    }

    private static String playlist(Programme programme, IndexTrack track, String tags, String ending) {
        var durations = durations(track);
        var address = "../" + track.id() + "/";
        var text = head(durations, track.segments().first()).append(tags);
        KeyTags.of(track.info().encryption(), programme.keyLines())
                .forEach(line -> text.append(line).append('\n'));
        text.append(new Attributes("#EXT-X-MAP").quoted("URI", address + "init.mp4"))
                .append('\n');
        int number = track.segments().first();
        for (long micros : durations) {
            text.append(seconds(micros))
                    .append(address)
                    .append(number++)
                    .append(ending)
                    .append('\n');
        }
        return text.append("#EXT-X-ENDLIST\n").toString();
    }

    private static StringBuilder head(List<Long> durations, int first) {
        long longest = durations.stream().mapToLong(it -> it).max().orElse(0);
        return new StringBuilder("#EXTM3U\n#EXT-X-VERSION:%d\n".formatted(VERSION))
                .append("#EXT-X-TARGETDURATION:%d\n".formatted(Math.max(1, Math.round((double) longest / MICROS))))
                .append("#EXT-X-MEDIA-SEQUENCE:%d\n#EXT-X-PLAYLIST-TYPE:VOD\n".formatted(first))
                .append("#EXT-X-INDEPENDENT-SEGMENTS\n");
    }

    /// Each from where the one before ended, so that rounding never adds up.
    private static List<Long> durations(IndexTrack track) {
        var segments = track.segments();
        var durations = new ArrayList<Long>(segments.count());
        long timescale = track.info().timescale();
        long units = 0;
        long before = 0;
        for (int number = segments.first(); number < segments.end(); number++) {
            units += segments.duration(number);
            long end = micros(units, timescale);
            durations.add(end - before);
            before = end;
        }
        return durations;
    }

    private static long micros(long units, long timescale) {
        return units / timescale * MICROS + Math.round((double) (units % timescale) * MICROS / timescale);
    }

    private static long micros(Duration duration) {
        return Math.round(duration.toNanos() / 1000.0);
    }

    private static String seconds(long micros) {
        return String.format(Locale.ROOT, "#EXTINF:%d.%06d,\n", micros / MICROS, micros % MICROS);
    }
}
