package io.streamverse.events.media;

/// Its bytes are still to come.
public record AssetCreated(String assetId) implements MediaEvent {}
