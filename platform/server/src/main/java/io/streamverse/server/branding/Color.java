package io.streamverse.server.branding;

import java.util.stream.IntStream;

/// A colour of a screen, sRGB. Luminance and contrast as WCAG 2 counts them.
record Color(int red, int green, int blue) {
    static final Color WHITE = new Color(255, 255, 255);
    static final Color BLACK = new Color(0, 0, 0);
    private static final double STEPS = 20;

    /// `#rrggbb`
    static Color of(String hex) {
        var value = Integer.parseInt(hex.substring(1), 16);
        return new Color(value >> 16, (value >> 8) & 255, value & 255);
    }

    String hex() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }

    double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    /// From 1, the same, to 21.
    double contrast(Color other) {
        var lighter = Math.max(luminance(), other.luminance());
        var darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    Color mixed(Color other, double share) {
        return new Color(
                mixed(red, other.red, share), mixed(green, other.green, share), mixed(blue, other.blue, share));
    }

    /// As much of itself as can be read on that ground, the rest of `towards`.
    Color readableOn(Color ground, double contrast, Color towards) {
        return IntStream.rangeClosed(0, (int) STEPS)
                .mapToObj(it -> mixed(towards, it / STEPS))
                .filter(it -> it.contrast(ground) >= contrast)
                .findFirst()
                .orElse(towards);
    }

    /// Black or white, whichever reads better on it: one of them always has 4.5.
    Color ink() {
        return contrast(WHITE) >= contrast(BLACK) ? WHITE : BLACK;
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    private static double linear(int channel) {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
