package io.streamverse.server.limits;

import java.time.Instant;

/// Reservations expire by real time, periods and budgets end by business time.
record Moment(Instant real, Instant business) {}
