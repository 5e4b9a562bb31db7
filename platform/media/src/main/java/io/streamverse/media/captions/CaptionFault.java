package io.streamverse.media.captions;

/// What is wrong in a file of captions, and in which line, counted from 1; 0 where it is all of it.
public record CaptionFault(int line, String detail) {}
