package io.streamverse.media.lease;

public record KeyWanted(int attempt, String keyId) {}
