package io.streamverse.events.clock;

import java.time.Instant;

/// The business time of a tenant's test environment has moved: it is ahead of real time by this much from now on.
public record TestClockAdvanced(String tenantId, long aheadMs, Instant from, Instant to) implements ClockEvent {}
