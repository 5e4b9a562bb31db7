package io.streamverse.server.limits;

import static io.streamverse.kernel.money.Quantities.plain;

import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.LimitReached;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// One claim, while its meter's row is locked.
@Singleton
class Reserving {
    private final Locks locks;
    private final Expiry expiry;
    private final QuotaRepository quotas;
    private final ReservationRepository reservations;
    private final BudgetRepository budgets;
    private final Ids ids;

    Reserving(
            Locks locks,
            Expiry expiry,
            QuotaRepository quotas,
            ReservationRepository reservations,
            BudgetRepository budgets,
            Ids ids) {
        this.locks = locks;
        this.expiry = expiry;
        this.quotas = quotas;
        this.reservations = reservations;
        this.budgets = budgets;
        this.ids = ids;
    }

    Reservation reserve(Claim claim, Quota quota, Moment now) {
        var earlier = reservations.find(claim.reference(), claim.meter()).orElse(null);
        if (earlier != null && (earlier.state() == Reservation.State.OPEN || earlier.isSettled())) {
            return again(earlier, claim, now);
        }
        demandRoom(claim, quota, now);
        demandBudget(claim, quota, now);
        quotas.reserve(claim.meter(), claim.amount());
        var id = earlier == null ? ids.next(Reservation.PREFIX) : earlier.id();
        var reservation = Reservation.open(id, claim, now.real());
        return earlier == null ? reservations.save(reservation) : reservations.update(reservation);
    }

    Optional<LimitReached> refusal(Claim claim, Quota quota, Moment now) {
        try {
            demandRoom(claim, quota, now);
            demandBudget(claim, quota, now);
            return Optional.empty();
        } catch (LimitReached e) {
            return Optional.of(e);
        }
    }

    private Reservation again(Reservation earlier, Claim claim, Moment now) {
        if (earlier.amount().compareTo(claim.amount()) != 0) {
            throw new Conflict(
                    "limits.reservation.reference-taken",
                    "%s of %s are reserved as %s already"
                            .formatted(plain(earlier.amount()), claim.meter(), claim.reference()));
        }
        reservations.extend(earlier.id(), now.real().plus(claim.expiresAfter()));
        return earlier;
    }

    private void demandRoom(Claim claim, Quota quota, Moment now) {
        if (quota.at(now.business()).admits(claim.amount())) {
            return;
        }
        var meter = List.of(claim.meter());
        var balance = (expiry.expire(meter, now) ? locks.take(meter, now).of(claim.meter()) : quota).at(now.business());
        if (!balance.admits(claim.amount())) {
            throw new LimitReached(
                    "limits.quota.exceeded",
                    "%s: %s allowed, %s used, %s reserved, %s asked for"
                            .formatted(
                                    claim.meter(),
                                    plain(balance.allowance()),
                                    plain(balance.used()),
                                    plain(balance.quota().reserved()),
                                    plain(claim.amount())),
                    balance.numbers(claim.amount()));
        }
    }

    private void demandBudget(Claim claim, Quota quota, Moment now) {
        if (quota.hard() && Kind.of(claim.meter()) == Kind.PERIOD) {
            budgets.find().filter(it -> it.isReached(now.business())).ifPresent(it -> {
                throw new LimitReached(
                        "limits.budget.reached",
                        "%s %s of a budget of %s are spent".formatted(it.spent(), it.currency(), it.amount()),
                        it.numbers(claim));
            });
        }
    }
}
