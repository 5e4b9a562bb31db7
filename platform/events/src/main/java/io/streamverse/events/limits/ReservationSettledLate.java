package io.streamverse.events.limits;

import java.math.BigDecimal;

/// It was settled after it had expired: what really ran counts, though by then others may have reserved what it held.
public record ReservationSettledLate(String reservationId, String meter, String reference, BigDecimal actual)
        implements LimitEvent {
    @Override
    public String aggregateId() {
        return reservationId;
    }
}
