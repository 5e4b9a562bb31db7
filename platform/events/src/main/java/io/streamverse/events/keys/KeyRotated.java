package io.streamverse.events.keys;

import java.time.Instant;

/// The old secret goes on working until `oldEndsAt`.
public record KeyRotated(String keyId, Instant oldEndsAt) implements KeyEvent {}
