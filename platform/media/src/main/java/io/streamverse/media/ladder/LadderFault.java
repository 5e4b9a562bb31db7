package io.streamverse.media.ladder;

/// What is wrong with a ladder, and where: `/video/2/kbps`.
public record LadderFault(String pointer, String detail) {}
