package io.streamverse.server.media;

/// What is shown of an asset that can be played: how long it is, and how many pictures of it there are.
public record ShownAsset(String assetId, int version, long durationMs, int posters) {}
