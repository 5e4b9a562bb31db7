package io.streamverse.server.manifests;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a viewer's tier allows and their device can do: `codecs` as ladders name them (`h264`, `hevc`, `vp9`, `av1`),
/// `keySystems` as devices do (`clearkey`, `widevine`, `playready`, `fairplay`). No maximum: all heights. `steered`:
/// there are hosts to be steered to.
public record Screening(
        Player player,
        @Nullable Integer maximumHeight,
        Set<String> codecs,
        Set<String> keySystems,
        int startSeconds,
        boolean steered) {}
