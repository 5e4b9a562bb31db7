package io.streamverse.events.usage;

import java.time.Instant;

/// Segments that were served; `via` is `server`, `edge` or the name of a foreign CDN.
public record MediaDelivered(String id, String via, long bytes, long mediaMs, Instant at) implements UsageEvent {}
