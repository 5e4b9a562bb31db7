package io.streamverse.media.manifest;

import io.streamverse.media.index.Content;
import io.streamverse.media.index.Encryption;
import io.streamverse.media.index.IndexTrack;
import io.streamverse.media.index.Scheme;
import io.streamverse.media.source.VideoInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The MPD of ISO/IEC 23009-1: one period, segments by number with an exact timeline.
public final class Dash {
    private static final String DASH_ROLE = "urn:mpeg:dash:role:2011";
    private static final String TRICK_MODE = "http://dashif.org/guidelines/trickmode";
    private static final String TILES = "http://dashif.org/guidelines/thumbnail_tile";
    private static final String CHANNELS = "urn:mpeg:dash:23003:3:audio_channel_configuration:2011";
    private static final String CICP = "urn:mpeg:mpegB:cicp:";
    private static final String FOLDER = "../$RepresentationID$/";
    private static final int BT_2020 = 9;
    private static final int PQ = 16;
    private static final int HLG = 18;
    private static final int SECONDS_BUFFERED = 4;
    private final Programme programme;
    private final Xml xml = new Xml();
    private int sets;

    private Dash(Programme programme) {
        this.programme = programme;
    }

    public static String manifest(Programme programme) {
        return new Dash(programme).text();
    }

    private String text() {
        xml.open("MPD")
                .with("xmlns", "urn:mpeg:dash:schema:mpd:2011")
                .with("xmlns:cenc", "urn:mpeg:cenc:2013")
                .with("xmlns:mspr", "urn:microsoft:playready")
                .with("profiles", "urn:mpeg:dash:profile:isoff-live:2011")
                .with("type", "static")
                .with("mediaPresentationDuration", iso(programme.duration()))
                .with("minBufferTime", "PT%dS".formatted(SECONDS_BUFFERED));
        steering();
        xml.open("Period").with("id", "film").with("start", "PT0S");
        pictures();
        sounds();
        subtitles();
        storyboard();
        return xml.close().close().toString();
    }

    private void steering() {
        if (programme.steered()) {
            xml.open("BaseURL").with("serviceLocation", Programme.PATHWAY).closeWith("./");
            xml.open("ContentSteering")
                    .with("defaultServiceLocation", Programme.PATHWAY)
                    .closeWith(Programme.STEERING);
        }
    }

    /// A set for each codec, range and key; behind each the lowest of its pictures for trick play.
    private void pictures() {
        record Kind(String family, VideoInfo.Range range, Encryption encryption) {}
        var kinds = new LinkedHashMap<Kind, List<IndexTrack>>();
        for (var track : programme.pictures()) {
            var shape = (Content.Picture) track.info().content();
            var kind = new Kind(Codecs.family(track), shape.range(), keyOf(track));
            kinds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(track);
        }
        kinds.forEach((kind, tracks) -> {
            int set = openSet("video", "video/mp4").sets;
            xml.with("segmentAlignment", true).with("startWithSAP", 1);
            protection(tracks.getFirst());
            colours(kind.range);
            representations(tracks);
            xml.close();
            tracks.stream().filter(Hls::hasIFrames).findFirst().ifPresent(it -> trickMode(set, kind.range, it));
        });
    }

    private void trickMode(int of, VideoInfo.Range range, IndexTrack track) {
        openSet("video", "video/mp4").xml.with("segmentAlignment", true).with("startWithSAP", 1);
        protection(track);
        property("EssentialProperty", TRICK_MODE, of);
        colours(range);
        picture(track, track.id() + ".trick", Multivariant.iFramePeak(track))
                .with("codingDependency", false)
                .with("maxPlayoutRate", 32);
        Timeline.of(track, programme.begin()).write(xml, "../%s/".formatted(track.id()), ".i.m4s");
        xml.close().close();
    }

    private void colours(VideoInfo.Range range) {
        if (range != VideoInfo.Range.SDR) {
            property("EssentialProperty", CICP + "ColourPrimaries", BT_2020);
            property("EssentialProperty", CICP + "TransferCharacteristics", range == VideoInfo.Range.PQ ? PQ : HLG);
            property("EssentialProperty", CICP + "MatrixCoefficients", BT_2020);
        }
    }

    /// A set for each voice, codec, number of channels and key, with a representation for each quality.
    private void sounds() {
        record Kind(SoundGroup.Voice voice, String family, int channels, Encryption encryption) {}
        var kinds = new LinkedHashMap<Kind, Map<String, IndexTrack>>();
        for (var group : SoundGroup.of(programme.sounds())) {
            group.members().forEach((voice, track) -> {
                var sound = (Content.Sound) track.info().content();
                var kind = new Kind(voice, Codecs.family(track), sound.channels(), keyOf(track));
                kinds.computeIfAbsent(kind, _ -> new LinkedHashMap<>()).put(track.id(), track);
            });
        }
        var first = kinds.keySet().stream().map(Kind::voice).findFirst();
        kinds.forEach((kind, tracks) -> {
            openSet("audio", "audio/mp4")
                    .xml
                    .with("lang", kind.voice.language())
                    .with("segmentAlignment", true)
                    .with("startWithSAP", 1);
            protection(tracks.values().iterator().next());
            xml.open("Label").closeWith(kind.voice.name());
            property("Role", DASH_ROLE, first.filter(kind.voice::equals).isPresent() ? "main" : role(kind.voice));
            representations(List.copyOf(tracks.values()));
            xml.close();
        });
    }

    private static String role(SoundGroup.Voice voice) {
        return voice.number() == 1 ? "dub" : "alternate";
    }

    private void representations(List<IndexTrack> tracks) {
        var timelines =
                tracks.stream().map(it -> Timeline.of(it, programme.begin())).toList();
        var shared = timelines.stream().distinct().count() == 1;
        if (shared) {
            timelines.getFirst().write(xml, FOLDER, ".m4s");
        }
        for (int i = 0; i < tracks.size(); i++) {
            representation(tracks.get(i));
            if (!shared) {
                timelines.get(i).write(xml, FOLDER, ".m4s");
            }
            xml.close();
        }
    }

    private void representation(IndexTrack track) {
        switch (track.info().content()) {
            case Content.Picture _ -> picture(track, track.id(), track.peakBitsPerSecond());
            case Content.Sound it -> {
                coded(track, track.id(), track.peakBitsPerSecond()).with("audioSamplingRate", it.sampleRateHz());
                property("AudioChannelConfiguration", CHANNELS, it.channels());
            }
            case Content.Text _ -> throw new IllegalArgumentException("Text comes as WebVTT, not as a track");
        }
    }

    private Xml picture(IndexTrack track, String id, long bandwidth) {
        var shape = (Content.Picture) track.info().content();
        var rate = shape.frameRate();
        return coded(track, id, bandwidth)
                .with("width", shape.width())
                .with("height", shape.height())
                .with("frameRate", rate.denominator() == 1 ? rate.numerator() : rate)
                .with("sar", "1:1");
    }

    private Xml coded(IndexTrack track, String id, long bandwidth) {
        return xml.open("Representation")
                .with("id", id)
                .with("bandwidth", bandwidth)
                .with("codecs", track.info().codecs());
    }

    private void subtitles() {
        var names = SubtitleNames.of(programme.subtitles());
        for (int i = 0; i < names.size(); i++) {
            subtitles(programme.subtitles().get(i), names.get(i));
        }
    }

    private void subtitles(Subtitles subtitles, String name) {
        openSet("text", "text/vtt").xml.with("lang", subtitles.language());
        xml.open("Label").closeWith(name);
        property(
                "Role",
                DASH_ROLE,
                switch (subtitles.role()) {
                    case SUBTITLES -> "subtitle";
                    case CAPTIONS -> "caption";
                    case FORCED -> "forced-subtitle";
                });
        xml.open("Representation").with("id", subtitles.id()).with("bandwidth", 256);
        xml.open("BaseURL").closeWith("../captions/%s.vtt".formatted(subtitles.id()));
        xml.close().close();
    }

    /// The bandwidth is an allowance of one bit a pixel; how large the sprites are stands nowhere.
    private void storyboard() {
        var board = programme.storyboard();
        if (board == null) {
            return;
        }
        openSet("image", "image/jpeg");
        xml.open("SegmentTemplate")
                .with("timescale", 1)
                .with("duration", board.secondsPerSprite())
                .with("startNumber", 1)
                .with("media", "../storyboard/$Number%03d$.jpg")
                .close();
        int width = Storyboard.ACROSS * board.width();
        int height = Storyboard.ACROSS * board.height();
        xml.open("Representation")
                .with("id", "storyboard")
                .with("bandwidth", Math.max(1, width * height / board.secondsPerSprite()))
                .with("width", width)
                .with("height", height);
        property("EssentialProperty", TILES, "%dx%d".formatted(Storyboard.ACROSS, Storyboard.ACROSS));
        xml.close().close();
    }

    private Dash openSet(String contentType, String mimeType) {
        xml.open("AdaptationSet")
                .with("id", ++sets)
                .with("contentType", contentType)
                .with("mimeType", mimeType);
        return this;
    }

    private void protection(IndexTrack track) {
        ContentProtection.write(xml, track.info().encryption());
    }

    /// A constant IV is the track's own affair.
    private static Encryption keyOf(IndexTrack track) {
        var encryption = track.info().encryption();
        return encryption.scheme() == Scheme.NONE
                ? encryption
                : new Encryption(encryption.scheme(), encryption.keyId(), null);
    }

    private void property(String element, String scheme, Object value) {
        xml.open(element).with("schemeIdUri", scheme).with("value", value).close();
    }

    private static String iso(Duration duration) {
        return String.format(Locale.ROOT, "PT%d.%06dS", duration.getSeconds(), duration.getNano() / 1000);
    }
}
