package io.streamverse.media.plan;

import io.streamverse.media.source.AudioInfo;

/// One rendition of one of the source's audio tracks: `a-en-128`.
public record AudioTrack(String id, AudioInfo source, String language, boolean isDefault, int channels, int kbps) {}
