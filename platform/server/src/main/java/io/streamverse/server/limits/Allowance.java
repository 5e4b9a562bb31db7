package io.streamverse.server.limits;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;

/// What a plan allows of a meter, as billing published it.
@Introspected
public record Allowance(String meter, BigDecimal amount, boolean hard) {}
