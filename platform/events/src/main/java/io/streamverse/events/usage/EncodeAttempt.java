package io.streamverse.events.usage;

/// How long a device was busy with one try, failed or not.
public record EncodeAttempt(String accelerator, long deviceMs) {}
