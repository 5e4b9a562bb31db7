package io.streamverse.media.lease;

/// The worker stops; somebody else may go on at once.
public record GivenBack(int attempt, DeviceMs deviceMs) {}
