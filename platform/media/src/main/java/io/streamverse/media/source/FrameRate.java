package io.streamverse.media.source;

/// Frames per second, exact: 24000/1001 is not 23.976.
public record FrameRate(int numerator, int denominator) {
    public FrameRate {
        if (numerator <= 0 || denominator <= 0) {
            throw new IllegalArgumentException("No film has %d/%d frames a second".formatted(numerator, denominator));
        }
    }

    /// The least number of frames that lasts as long.
    public long framesIn(long seconds) {
        return Math.ceilDiv(seconds * numerator, denominator);
    }

    public long microseconds(long frames) {
        return Math.round(frames * 1e6 * denominator / numerator);
    }

    public double perSecond() {
        return (double) numerator / denominator;
    }

    /// As FFmpeg writes it.
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
