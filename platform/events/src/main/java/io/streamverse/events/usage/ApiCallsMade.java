package io.streamverse.events.usage;

import java.time.Instant;
import java.util.List;

/// Calls that a server admitted since it last told, of all its environments; `at` is when it told.
public record ApiCallsMade(String id, Instant at, List<Calls> calls) implements UsageEvent {
    /// `space` is `<tenant>:<env>`; `at` is the minute in which they were made.
    public record Calls(String space, Instant at, long calls) {}
}
