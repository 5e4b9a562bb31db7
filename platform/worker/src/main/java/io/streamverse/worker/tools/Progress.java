package io.streamverse.worker.tools;

/// How far FFmpeg is: what it has written so far.
public record Progress(long frames, long outTimeUs) {}
