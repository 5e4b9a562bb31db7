package io.streamverse.media.plan;

/// A stretch of frames, counted at the rate of the source; begins with a segment. A track at half the rate has half as
/// many, rounded up.
public record Chunk(int number, long firstFrame, long frames) {}
