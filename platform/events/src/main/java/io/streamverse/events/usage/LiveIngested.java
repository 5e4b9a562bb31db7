package io.streamverse.events.usage;

import java.time.Instant;

public record LiveIngested(String id, long mediaMs, Instant at) implements UsageEvent {}
