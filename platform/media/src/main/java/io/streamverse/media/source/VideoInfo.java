package io.streamverse.media.source;

/// `width` and `height` as shown: turned upright, with square pixels. `frames` is how many there are at `frameRate`,
/// which for a source whose rate varies is the steady rate it will be given; where its sound goes on longer, the last
/// one stays and is counted until that ends. `originUs` is when the first one shows.
public record VideoInfo(
        int stream,
        String codec,
        int width,
        int height,
        FrameRate frameRate,
        boolean variable,
        long frames,
        long originUs,
        Range range,
        boolean interlaced,
        int bitDepth) {
    public enum Range {
        SDR,
        PQ,
        HLG
    }
}
