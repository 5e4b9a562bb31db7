package io.streamverse.events.usage;

import java.time.Instant;
import java.util.List;

/// An encode is done: what it made, and what every try of it cost us.
public record EncodeSettled(String id, Instant at, List<EncodedOutput> outputs, List<EncodeAttempt> attempts)
        implements UsageEvent {}
