package io.streamverse.media.lease;

public record Failure(int attempt, String code, String detail, boolean permanent, String log, DeviceMs deviceMs) {}
