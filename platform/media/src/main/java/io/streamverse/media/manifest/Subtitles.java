package io.streamverse.media.manifest;

import org.jspecify.annotations.Nullable;

/// Text in one WebVTT file, `../captions/<id>.vtt`. `language` is BCP 47; the label is whatever somebody typed.
public record Subtitles(
        String id, String language, Role role, @Nullable String label) {
    public enum Role {
        SUBTITLES,
        CAPTIONS,
        FORCED
    }
}
