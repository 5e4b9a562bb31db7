package io.streamverse.billing.metering;

import java.math.BigDecimal;
import java.time.Instant;

/// How much a millisecond of output counts for one property of it, from a moment on.
record Weight(Instant from, String dimension, String value, BigDecimal weight) {}
