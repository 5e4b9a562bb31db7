package io.streamverse.events.media;

public record AssetDeleted(String assetId) implements MediaEvent {}
