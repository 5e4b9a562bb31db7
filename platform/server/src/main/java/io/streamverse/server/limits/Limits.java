package io.streamverse.server.limits;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.events.limits.QuotasOpened;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.LimitReached;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.server.clock.BusinessTime;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whoever is about to use something reserves it in the transaction of that decision, and settles what really ran, or
/// releases it. Several meters in one act go in one call: they are locked in one order everywhere.
@Singleton
public class Limits {
    /// Bytes held now.
    public static final String STORAGE = "storage.bytes";
    public static final String JOBS = "jobs.concurrent";
    public static final String LIVE_INPUTS = "live.inputs";

    private static final int SHOWN = 1_000;
    private final Locks locks;
    private final Reserving reserving;
    private final Settling settling;
    private final Expiry expiry;
    private final QuotaRepository quotas;
    private final ReservationRepository reservations;
    private final BudgetRepository budgets;
    private final Outbox outbox;
    private final BusinessTime time;
    private final InstantSource clock;

    Limits(
            Locks locks,
            Reserving reserving,
            Settling settling,
            Expiry expiry,
            QuotaRepository quotas,
            ReservationRepository reservations,
            BudgetRepository budgets,
            Outbox outbox,
            BusinessTime time,
            InstantSource clock) {
        this.locks = locks;
        this.reserving = reserving;
        this.settling = settling;
        this.expiry = expiry;
        this.quotas = quotas;
        this.reservations = reservations;
        this.budgets = budgets;
        this.outbox = outbox;
        this.time = time;
        this.clock = clock;
    }

    /// What a new environment may use from its first moment; one that has its quotas keeps them.
    @Transactional
    public void begin(List<Allowance> allowances) {
        if (budgets.begin() == 1) {
            var now = now();
            allowances.forEach(it -> locks.begin(it, now.business()));
            outbox.add(new QuotasOpened(now.real()));
        }
    }

    @Transactional
    public Reservation reserve(Claim claim) {
        return reserve(List.of(claim)).getFirst();
    }

    /// All or none; 402 with the numbers where a hard quota has no room. One claim per meter.
    @Transactional
    public List<Reservation> reserve(List<Claim> claims) {
        var now = now();
        var meters = claims.stream().map(Claim::meter).toList();
        if (meters.stream().distinct().count() < claims.size()) {
            throw new IllegalArgumentException("Two claims for one meter: " + meters);
        }
        var locked = locks.take(meters, now);
        return claims.stream()
                .map(claim -> reserving.reserve(claim, locked.of(claim.meter()), now))
                .toList();
    }

    /// Why this claim would be refused now, where it would; nobody else takes the room before this transaction ends.
    @Transactional
    public Optional<LimitReached> refusal(Claim claim) {
        var now = now();
        return reserving.refusal(claim, locks.take(List.of(claim.meter()), now).of(claim.meter()), now);
    }

    /// The first hard quota of these with nothing left, read as it stands: for what is counted afterwards.
    public Optional<LimitReached> exhausted(Collection<String> meters) {
        var now = time.now();
        return quotas.of(meters).stream()
                .map(it -> it.at(now))
                .filter(it -> it.quota().hard() && it.remaining().signum() == 0)
                .map(it -> new LimitReached(
                        "limits.quota.exceeded",
                        "Nothing is left of " + it.quota().meter(),
                        it.numbers(BigDecimal.ZERO)))
                .findFirst();
    }

    @Transactional
    public Settlement settle(String reservation, BigDecimal actual) {
        return settle(Map.of(reservation, actual)).getFirst();
    }

    /// What really ran counts from now on, by reservation; the rest of each is free again. It counts however late it
    /// is, and once however often it is said.
    @Transactional
    public List<Settlement> settle(Map<String, BigDecimal> actuals) {
        var now = now();
        var locked = lockMetersOf(actuals.keySet(), now);
        return actuals.entrySet().stream()
                .map(it -> {
                    var reservation = get(it.getKey());
                    return settling.settle(reservation, it.getValue(), locked.of(reservation.meter()), now);
                })
                .toList();
    }

    /// Nothing ran. Repeating it, or coming after the expiry, changes nothing; the answer says what it is now.
    @Transactional
    public Reservation.State release(String reservation) {
        var now = now();
        lockMetersOf(List.of(reservation), now);
        return settling.release(get(reservation), now);
    }

    /// For work that still runs: the reservation holds at least until then. 409 where it has ended already.
    @Transactional
    public void extend(String reservation, Duration fromNow) {
        if (reservations.extend(reservation, clock.instant().plus(fromNow)) == 0) {
            throw new Conflict(
                    "limits.reservation.ended",
                    "Reservation %s is %s"
                            .formatted(reservation, get(reservation).state()));
        }
    }

    /// Bytes that came without a reservation; `part` is their class: original, rendition or recording.
    @Transactional
    public void stored(String part, BigDecimal bytes) {
        locks.take(List.of(STORAGE), now());
        quotas.hold(STORAGE, part, bytes);
    }

    @Transactional
    public void removed(String part, BigDecimal bytes) {
        var storage = locks.take(List.of(STORAGE), now()).of(STORAGE);
        if (storage.held().getOrDefault(part, BigDecimal.ZERO).compareTo(bytes) < 0) {
            throw new IllegalStateException("%s bytes of %s are not held".formatted(bytes, part));
        }
        quotas.hold(STORAGE, part, bytes.negate());
    }

    /// Gives back what expired in this environment, and forgets what ended long ago.
    @Transactional
    public void sweep() {
        expiry.sweep(now());
    }

    /// As of one instant: what is reserved is the sum of the reservations beside it.
    @Transactional(isolation = TransactionDefinition.Isolation.REPEATABLE_READ, readOnly = true)
    QuotasResponse explain() {
        var now = now();
        var balances = quotas.all().stream().map(it -> it.at(now.business())).toList();
        return QuotasResponse.of(
                balances, reservations.open(SHOWN), budgets.find().orElse(null), now.business());
    }

    private Moment now() {
        return new Moment(clock.instant(), time.now());
    }

    private Locked lockMetersOf(Collection<String> ids, Moment now) {
        return locks.take(ids.stream().map(id -> get(id).meter()).toList(), now);
    }

    private Reservation get(String id) {
        return reservations
                .findById(id)
                .orElseThrow(() -> new NotFound("limits.reservation.unknown", "reservation " + id));
    }
}
