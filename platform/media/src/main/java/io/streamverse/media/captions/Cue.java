package io.streamverse.media.captions;

/// Milliseconds from moment 0. `settings` and `text` are WebVTT, checked: the one empty or its known settings, the
/// other lines of escaped text with WebVTT's own tags, none of them empty.
public record Cue(long startMs, long endMs, String settings, String text) {}
