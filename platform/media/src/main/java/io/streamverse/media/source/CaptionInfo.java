package io.streamverse.media.source;

/// Captions that came inside the file.
public record CaptionInfo(int stream, String codec, String language, boolean forced) {}
