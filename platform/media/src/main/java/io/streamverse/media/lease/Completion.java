package io.streamverse.media.lease;

/// `done` is a `Done` in JSON.
public record Completion(int attempt, String done, DeviceMs deviceMs) {}
