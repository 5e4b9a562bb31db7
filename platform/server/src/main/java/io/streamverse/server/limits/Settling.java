package io.streamverse.server.limits;

import io.streamverse.events.limits.ReservationSettledLate;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.problem.Conflict;
import jakarta.inject.Singleton;
import java.math.BigDecimal;

/// The end of one reservation, while its meter's row is locked.
@Singleton
class Settling {
    private final QuotaRepository quotas;
    private final ReservationRepository reservations;
    private final Outbox outbox;

    Settling(QuotaRepository quotas, ReservationRepository reservations, Outbox outbox) {
        this.quotas = quotas;
        this.reservations = reservations;
        this.outbox = outbox;
    }

    Settlement settle(Reservation it, BigDecimal actual, Quota quota, Moment now) {
        if (actual.signum() < 0) {
            throw new IllegalArgumentException("Less than nothing ran: " + actual);
        }
        var charged = it.charged(actual);
        if (it.isSettled()) {
            return repeated(it, charged);
        }
        if (it.state() == Reservation.State.RELEASED) {
            throw ended(it);
        }
        if (it.state() == Reservation.State.OPEN) {
            quotas.reserve(it.meter(), it.amount().negate());
        }
        book(it, charged, quota, now);
        var late = it.isLate(now.real());
        if (late) {
            outbox.add(new ReservationSettledLate(it.id(), it.meter(), it.reference(), charged));
        }
        return new Settlement(it.id(), it.meter(), charged, late);
    }

    Reservation.State release(Reservation it, Moment now) {
        if (it.isSettled()) {
            throw ended(it);
        }
        if (it.state() == Reservation.State.OPEN) {
            quotas.reserve(it.meter(), it.amount().negate());
            reservations.release(it.id(), now.real());
            return Reservation.State.RELEASED;
        }
        return it.state();
    }

    private void book(Reservation it, BigDecimal charged, Quota quota, Moment now) {
        var period = quota.at(now.business()).period();
        var state = switch (Kind.of(it.meter())) {
            case PERIOD -> {
                quotas.settle(it.meter(), charged, period.from(), period.to());
                yield Reservation.State.SETTLED;
            }
            case LEVEL -> {
                quotas.hold(it.meter(), it.purpose(), charged);
                yield Reservation.State.COUNTED;
            }
            case SLOTS -> Reservation.State.COUNTED;
        };
        reservations.settle(it.id(), state, charged, period.from(), now.real());
    }

    private static Settlement repeated(Reservation it, BigDecimal charged) {
        if (it.actual() == null || it.actual().compareTo(charged) != 0) {
            throw ended(it);
        }
        return new Settlement(it.id(), it.meter(), charged, it.closedAt() != null && it.isLate(it.closedAt()));
    }

    private static Conflict ended(Reservation it) {
        return new Conflict("limits.reservation.ended", "Reservation %s is %s".formatted(it.id(), it.state()));
    }
}
