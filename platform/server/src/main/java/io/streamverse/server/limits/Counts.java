package io.streamverse.server.limits;

import io.streamverse.events.quotas.AllowanceSet;
import io.streamverse.events.quotas.BudgetCounted;
import io.streamverse.events.quotas.UsageCounted;
import io.streamverse.server.clock.BusinessTime;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// What billing says, in whatever order and however often it comes: of each meter's allowance, of its count and of the
/// budget the greatest revision stays.
@Singleton
class Counts {
    private final Locks locks;
    private final QuotaRepository quotas;
    private final ReservationRepository reservations;
    private final BudgetRepository budgets;
    private final BusinessTime time;
    private final InstantSource clock;

    Counts(
            Locks locks,
            QuotaRepository quotas,
            ReservationRepository reservations,
            BudgetRepository budgets,
            BusinessTime time,
            InstantSource clock) {
        this.locks = locks;
        this.quotas = quotas;
        this.reservations = reservations;
        this.budgets = budgets;
        this.time = time;
        this.clock = clock;
    }

    /// What is said of an environment that is gone, or is another installation's, concerns nobody here.
    boolean isElsewhere() {
        return !quotas.exist();
    }

    void allow(AllowanceSet it) {
        locks.take(List.of(it.meter()), now());
        quotas.allow(
                it.meter(),
                it.revision(),
                it.planned(),
                it.included(),
                it.granted(),
                it.hard(),
                it.periodFrom(),
                it.periodTo(),
                it.laterEnds().stream().map(Instant::toString).toList());
    }

    /// What was settled here and is in billing's count now is counted once: a fact is named with the first count that
    /// holds it, and a count that was overtaken is held by the one that overtook it.
    void count(UsageCounted it) {
        locks.take(List.of(it.meter()), now());
        quotas.count(it.meter(), it.revision(), it.quantity(), it.periodFrom(), it.asOf());
        if (!it.facts().isEmpty()) {
            reservations.settled(it.meter(), it.facts()).forEach(this::forgetSettled);
        }
    }

    void count(BudgetCounted it) {
        budgets.count(
                it.revision(),
                it.capped() ? it.amount() : null,
                it.spent(),
                it.currency(),
                it.periodFrom(),
                it.periodTo(),
                it.asOf());
    }

    private Moment now() {
        return new Moment(clock.instant(), time.now());
    }

    private void forgetSettled(Reservation counted) {
        reservations.counted(counted.id());
        if (counted.actual() != null && counted.settledFrom() != null) {
            quotas.counted(counted.meter(), counted.actual(), counted.settledFrom());
        }
    }
}
