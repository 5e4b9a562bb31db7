package io.streamverse.media.ladder;

/// AAC. With more than two channels only where the source has them.
public record AudioRung(String name, int kbps, int channels) {}
