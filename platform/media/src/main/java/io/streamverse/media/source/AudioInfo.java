package io.streamverse.media.source;

/// `language` is BCP 47, `und` where the file does not say. Loudness as EBU R 128 measures it, for the second pass.
public record AudioInfo(
        int stream,
        String codec,
        int channels,
        int sampleRateHz,
        String language,
        boolean isDefault,
        Loudness loudness) {
    public record Loudness(double integratedLufs, double truePeakDb, double rangeLu, double thresholdLufs) {}
}
