package io.streamverse.events.limits;

import io.streamverse.events.Event;
import io.streamverse.events.Topic;

@Topic("limits.v1")
public sealed interface LimitEvent extends Event permits QuotasOpened, ReservationExpired, ReservationSettledLate {}
