package io.streamverse.billing.metering;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.billing.metering.Booked.Status;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

@Singleton
public class Metering {
    private final Ledger ledger;
    private final LedgerRepository entries;
    private final Rejections rejections;
    private final Report report;
    private final Accounts accounts;
    private final HourSums sums;
    private final Rules rules;

    Metering(
            Ledger ledger,
            LedgerRepository entries,
            Rejections rejections,
            Report report,
            Accounts accounts,
            HourSums sums,
            Rules rules) {
        this.ledger = ledger;
        this.entries = entries;
        this.rejections = rejections;
        this.report = report;
        this.accounts = accounts;
        this.sums = sums;
        this.rules = rules;
    }

    /// Answers in the order of the entries. All that is accepted is booked with the transaction, or none of it.
    @Transactional
    public List<Booked> book(List<Usage> entries) {
        return ledger.book(entries);
    }

    /// As `book`, for what the operator meters outside: only external meters, and no source of ours.
    @Transactional
    public List<Booked> bookFromOutside(List<Usage> entries) {
        var sound = entries.stream()
                .filter(it -> rules.brokenFromOutside(it).isEmpty())
                .toList();
        var booked = ledger.book(sound).iterator();
        return entries.stream()
                .map(it -> rules.brokenFromOutside(it)
                        .map(broken -> new Booked(it, Status.REJECTED, broken))
                        .orElseGet(booked::next))
                .toList();
    }

    /// As `book`, for what nobody waits to hear about: what is refused is kept, with the reason.
    @Transactional
    void take(List<Usage> entries) {
        rejections.keep(
                ledger.book(entries).stream().filter(it -> it.problem() != null).toList());
    }

    /// The counter-entry and, where there is one, the right entry. Once more the same is the same answer.
    @Transactional
    public List<Booked> correct(Correction correction) {
        var wrong = entries.find(correction.space(), correction.source(), correction.id())
                .orElseThrow(() -> new NotFound("usage.entry.unknown", "entry " + correction.id()));
        var counters = new ArrayList<Usage>();
        var id = correction.source() + "/" + correction.id();
        counters.add(wrong.again(correction.space(), id, wrong.quantity().negate()));
        if (correction.quantity() != null) {
            counters.add(wrong.again(correction.space(), id + "/right", correction.quantity()));
        }
        rules.brokenCorrection(counters.getLast(), correction.reason()).ifPresent(broken -> {
            throw new Rejected(broken, "The right quantity or the reason cannot be booked");
        });
        var booked = ledger.book(counters, correction.reason());
        if (booked.stream().anyMatch(it -> it.status() == Status.CONFLICT)
                || booked.stream().map(Booked::status).distinct().count() > 1) {
            throw new Conflict("usage.correction.made", "This entry was corrected before, in another way");
        }
        return booked;
    }

    /// Quantity by meter code, in the meter's unit, of what happened in `[from, to)`; levels are integrated up to `to`
    /// or the business time, whichever is first.
    @Transactional
    public Map<String, BigDecimal> totals(TenantSpace space, Instant from, Instant to) {
        return report.totals(space, from, to);
    }

    /// As `totals`, apart by dimensions, of meters that were used.
    @Transactional
    public Map<String, Map<Map<String, String>, BigDecimal>> totalsByDimensions(
            TenantSpace space, Instant from, Instant to) {
        return report.whole(space, new Asked(from, to, null), Sums.Apart.DIMENSIONS).stream()
                .collect(groupingBy(
                        it -> it.meter().code(),
                        toMap(
                                it -> Dimensions.read(Objects.requireNonNullElse(it.dimensions(), "{}")),
                                Used::quantity)));
    }

    /// Makes the sums of these hours anew from the entries: the same rows, unless something was wrong. Answers how many
    /// entries they are made of.
    @Transactional
    public long rederive(TenantSpace space, Instant from, Instant to) {
        var account = accounts.lock(List.of(space)).values().iterator().next();
        return sums.derive(account, from, to);
    }
}
