package io.streamverse.server.limits;

import io.streamverse.events.limits.ReservationExpired;
import io.streamverse.kernel.messaging.Outbox;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/// Gives back what nobody settled or released in time.
@Singleton
class Expiry {
    private static final Duration KEPT = Duration.ofDays(35);
    private final Locks locks;
    private final QuotaRepository quotas;
    private final ReservationRepository reservations;
    private final Outbox outbox;

    Expiry(Locks locks, QuotaRepository quotas, ReservationRepository reservations, Outbox outbox) {
        this.locks = locks;
        this.quotas = quotas;
        this.reservations = reservations;
        this.outbox = outbox;
    }

    void sweep(Moment now) {
        var meters = reservations.metersWithExpired(now.real());
        if (!meters.isEmpty()) {
            locks.take(meters, now);
            expire(meters, now);
        }
        reservations.forget(now.real().minus(KEPT));
    }

    /// The meters' rows are locked. Says whether there is more room now.
    boolean expire(List<String> meters, Moment now) {
        var expired = reservations.expired(meters, now.real()).stream()
                .filter(it -> reservations.expire(it.id(), now.real()) == 1)
                .toList();
        for (var it : expired) {
            quotas.reserve(it.meter(), it.amount().negate());
            outbox.add(new ReservationExpired(it.id(), it.meter(), it.reference(), it.amount()));
        }
        return !expired.isEmpty();
    }
}
