package io.streamverse.events.media;

/// Everything of this version is there; versions before it are replaced.
public record AssetReady(String assetId, int version, long durationMs) implements MediaEvent {}
