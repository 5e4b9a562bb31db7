package io.streamverse.billing.plans;

import java.time.Instant;

/// Under which terms a tenant was from an instant until before another.
public record Stretch(Terms terms, Instant from, Instant to) {}
