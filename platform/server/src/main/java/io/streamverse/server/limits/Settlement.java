package io.streamverse.server.limits;

import java.math.BigDecimal;

/// What a reservation came to: what is charged, and whether it was too late to hold its amount until then.
public record Settlement(String reservation, String meter, BigDecimal charged, boolean late) {}
