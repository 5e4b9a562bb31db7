package io.streamverse.events.usage;

import java.time.Instant;

/// `system` is `clearkey`, `widevine`, `playready` or `fairplay`.
public record LicencesIssued(String id, String system, long licences, Instant at) implements UsageEvent {}
