package io.streamverse.events.plans;

import java.math.BigDecimal;

/// What a plan includes of a meter per period, in the meter's unit; of a slot, how many at once.
public record PlanAllowance(String meter, BigDecimal amount, boolean hard) {}
