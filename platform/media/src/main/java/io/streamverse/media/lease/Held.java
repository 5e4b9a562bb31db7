package io.streamverse.media.lease;

/// The lease holds for so long again, unless nobody wants the work any more.
public record Held(boolean cancelled, long leaseMs) {}
