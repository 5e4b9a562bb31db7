package io.streamverse.billing.plans;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Up to and including this many units beyond the included amount; the last tier has no end.
public record Tier(@Nullable BigDecimal upTo, BigDecimal price) {}
