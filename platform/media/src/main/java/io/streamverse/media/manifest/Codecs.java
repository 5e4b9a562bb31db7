package io.streamverse.media.manifest;

import io.streamverse.media.index.IndexTrack;

/// Codecs by the names that ladders and devices have for them.
public final class Codecs {
    private Codecs() {}

    /// `h264`, `hevc`, `vp9`, `av1`; for sound the codecs string up to its first dot.
    public static String family(IndexTrack track) {
        var codecs = track.info().codecs();
        int dot = codecs.indexOf('.');
        var format = dot < 0 ? codecs : codecs.substring(0, dot);
        return switch (format) {
            case "avc1", "avc3" -> "h264";
            case "hvc1", "hev1" -> "hevc";
            case "vp09" -> "vp9";
            case "av01" -> "av1";
            default -> format;
        };
    }
}
