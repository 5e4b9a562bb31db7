package io.streamverse.media.lease;

public record NewOutput(int attempt, String name, long bytes, String contentType) {}
