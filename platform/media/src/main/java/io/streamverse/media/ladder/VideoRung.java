package io.streamverse.media.ladder;

/// `height` is that of a wide picture; an upright one has it as its width. `peakKbps` is never passed by more than a
/// second's buffer.
public record VideoRung(String name, Codec codec, int height, int kbps, int peakKbps, int maxFrameRate) {}
