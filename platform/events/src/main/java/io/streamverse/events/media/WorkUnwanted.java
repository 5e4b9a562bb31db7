package io.streamverse.events.media;

/// Stop it; what is finished counts.
public record WorkUnwanted(String assetId, String jobId) implements MediaEvent {}
