package io.streamverse.media.plan;

/// One finished track as meters and price books class it. `resolution` is `audio`, `sd`, `hd`, `fhd` or `uhd`.
public record SettledOutput(
        String track, String codec, String resolution, int frameRate, boolean hdr, int passes, long outputMs) {
    private static final int ONE_PASS = 1;

    static SettledOutput of(VideoTrack track, long outputMs) {
        return new SettledOutput(
                track.id(),
                track.codec().label(),
                resolution(Math.min(track.width(), track.height())),
                Math.toIntExact(Math.round(track.frameRate().perSecond())),
                track.hdr(),
                ONE_PASS,
                outputMs);
    }

    static SettledOutput of(AudioTrack track, long outputMs) {
        return new SettledOutput(track.id(), "aac", "audio", 0, false, ONE_PASS, outputMs);
    }

    private static String resolution(int narrowSide) {
        if (narrowSide <= 576) {
            return "sd";
        }
        if (narrowSide <= 720) {
            return "hd";
        }
        return narrowSide <= 1080 ? "fhd" : "uhd";
    }
}
