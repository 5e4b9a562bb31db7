package io.streamverse.server.delivery;

import java.time.Instant;
import java.util.List;

/// What a token lets a playback session fetch, of one version of an asset and until when: the manifests of one
/// variant, and segments of these tracks.
public record Permit(String session, String assetId, int version, String variant, List<String> tracks, Instant until) {}
