package io.streamverse.events.usage;

import java.time.Instant;

/// `storageClass` is `original`, `rendition` or `recording`.
public record BytesStored(String id, String storageClass, long bytes, Instant at) implements UsageEvent {}
