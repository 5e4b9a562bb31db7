package io.streamverse.server.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a token lets a playback session fetch, of one version of an asset and until when: the manifests of one
/// variant, and segments of these tracks; from one network, or from anywhere.
public record Permit(
        String session,
        String assetId,
        int version,
        String variant,
        List<String> tracks,
        Instant until,
        @Nullable Network network) {}
