package io.streamverse.billing.metering;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.streamverse.billing.clock.BusinessTime;
import io.streamverse.billing.metering.Booked.Status;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Appends what is new, once, and keeps chain and sums in step with it.
@Singleton
class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private final Accounts accounts;
    private final LedgerRepository entries;
    private final HourSums sums;
    private final BusinessTime time;
    private final ApplicationEventPublisher<UsageBooked> news;
    private final Rules rules;
    private final Counter conflicts;

    Ledger(
            Accounts accounts,
            LedgerRepository entries,
            HourSums sums,
            BusinessTime time,
            Rules rules,
            ApplicationEventPublisher<UsageBooked> news,
            MeterRegistry metrics) {
        this.accounts = accounts;
        this.entries = entries;
        this.sums = sums;
        this.time = time;
        this.rules = rules;
        this.news = news;
        this.conflicts = Counter.builder("streamverse.usage.conflicts")
                .description("Usage that contradicts what was booked under the same id")
                .register(metrics);
    }

    List<Booked> book(List<Usage> usages) {
        var sha256 = Hashes.sha256();
        var now = new HashMap<TenantSpace, Instant>();
        var claims = new ArrayList<@Nullable Claim>(usages.size());
        var booked = new ArrayList<Booked>(usages.size());
        for (var usage : usages) {
            var broken = rules.broken(usage, now.computeIfAbsent(usage.space(), time::now));
            claims.add(broken.isPresent() ? null : Claim.of(usage, null, sha256));
            booked.add(new Booked(usage, Status.REJECTED, broken.orElse(null)));
        }
        append(claims, booked);
        return booked;
    }

    /// Whatever the time is: a correction stands where the entry stands that it corrects.
    List<Booked> book(List<Usage> usages, String reason) {
        var sha256 = Hashes.sha256();
        var claims = new ArrayList<@Nullable Claim>();
        var booked = new ArrayList<Booked>();
        for (var usage : usages) {
            claims.add(Claim.of(usage, reason, sha256));
            booked.add(new Booked(usage, Status.REJECTED, null));
        }
        append(claims, booked);
        return booked;
    }

    /// Replaces the verdict on each claim in `booked`.
    private void append(List<@Nullable Claim> claims, List<Booked> booked) {
        var spaces = new TreeMap<String, TenantSpace>();
        var named = new HashMap<UUID, Claim>();
        for (var claim : claims) {
            if (claim != null) {
                spaces.putIfAbsent(claim.space().toString(), claim.space());
                named.putIfAbsent(claim.key(), claim);
            }
        }
        if (named.isEmpty()) {
            return;
        }
        var sha256 = Hashes.sha256();
        var locked = accounts.lock(spaces.values());
        var known = new HashMap<>(entries.claim(named));
        var lines = new ArrayList<Line>(named.size());
        for (int i = 0; i < claims.size(); i++) {
            var claim = claims.get(i);
            if (claim != null) {
                var account = Objects.requireNonNull(locked.get(claim.space()));
                var earlier = known.putIfAbsent(claim.key(), claim.payload());
                if (earlier == null) {
                    account.append(claim.entry(), sha256);
                    lines.add(new Line(account, claim.entry()));
                }
                booked.set(i, verdict(claim, account, earlier));
            }
        }
        if (!lines.isEmpty()) {
            entries.append(lines);
            sums.add(lines);
            news.publishEvent(new UsageBooked(booked.stream()
                    .filter(it -> it.status() == Status.ACCEPTED)
                    .map(Booked::usage)
                    .toList()));
        }
        accounts.close(locked.values());
    }

    private Booked verdict(Claim claim, Account account, @Nullable UUID earlier) {
        if (earlier == null) {
            return new Booked(claim.usage(), Status.ACCEPTED, null);
        }
        if (earlier.equals(claim.payload())) {
            account.repeated();
            return new Booked(claim.usage(), Status.DUPLICATE, null);
        }
        alarm(claim.usage());
        return new Booked(claim.usage(), Status.CONFLICT, "usage.id.conflict");
    }

    private void alarm(Usage usage) {
        conflicts.increment();
        LOG.error(
                "{} {} {} was booked before with something else in it: {} {} at {}",
                usage.space(),
                usage.source(),
                usage.id(),
                usage.quantity(),
                usage.meter(),
                usage.at());
    }
}
