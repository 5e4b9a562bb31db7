package io.streamverse.events.limits;

import java.math.BigDecimal;

/// Nobody settled or released it in time; what it held can be reserved again.
public record ReservationExpired(String reservationId, String meter, String reference, BigDecimal amount)
        implements LimitEvent {
    @Override
    public String aggregateId() {
        return reservationId;
    }
}
