package io.streamverse.media.plan;

/// A stretch of output frames; begins with a segment.
public record Chunk(int number, long firstFrame, long frames) {}
