package io.streamverse.events.usage;

import java.time.Instant;
import java.util.List;

/// An encode is done: what it made, and what every try of it cost us. It weighs what it weighed when it was planned.
public record EncodeSettled(
        String id, Instant at, Instant plannedAt, List<EncodedOutput> outputs, List<EncodeAttempt> attempts)
        implements UsageEvent {}
