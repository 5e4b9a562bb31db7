package io.streamverse.billing.clock;

import io.streamverse.kernel.tenancy.TenantSpace;
import java.time.Instant;

/// A step of a test clock, in the transaction that takes it: business time is `to` already. Who works by the calendar
/// does now what fell due in between; the clock is ready when all have.
public record ClockStepped(TenantSpace space, Instant from, Instant to) {}
