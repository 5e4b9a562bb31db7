package io.streamverse.events.usage;

import java.time.Instant;

/// Calls that a server admitted since it last told; `at` is when the first of them was made.
public record ApiCallsMade(String id, long calls, Instant at) implements UsageEvent {}
