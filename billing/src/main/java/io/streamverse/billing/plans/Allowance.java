package io.streamverse.billing.plans;

import java.math.BigDecimal;

/// What a period holds before it costs extra, in the meter's unit. A hard one is never exceeded. The codes
/// `jobs.concurrent` and `live.inputs` are slots: so many at once, not per period.
public record Allowance(String meter, BigDecimal amount, boolean hard) {}
