package io.streamverse.events.media;

/// This version will not be; an earlier one goes on serving.
public record AssetFailed(String assetId, int version, String code, String detail) implements MediaEvent {}
