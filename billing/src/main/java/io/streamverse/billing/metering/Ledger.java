package io.streamverse.billing.metering;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.streamverse.billing.clock.BusinessTime;
import io.streamverse.billing.metering.Booked.Status;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
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
    private final Rules rules;
    private final Counter conflicts;

    Ledger(
            Accounts accounts,
            LedgerRepository entries,
            HourSums sums,
            BusinessTime time,
            Meters meters,
            MeterRegistry metrics) {
        this.accounts = accounts;
        this.entries = entries;
        this.sums = sums;
        this.time = time;
        this.rules = new Rules(meters);
        this.conflicts = Counter.builder("streamverse.usage.conflicts")
                .description("Usage that contradicts what was booked under the same id")
                .register(metrics);
    }

    private record Candidate(Usage usage, Entry entry, UUID key, UUID payload) {}

    List<Booked> book(List<Usage> usages) {
        var sha256 = Hashes.sha256();
        var now = new HashMap<TenantSpace, Instant>();
        var candidates = new ArrayList<@Nullable Candidate>(usages.size());
        var booked = new ArrayList<Booked>(usages.size());
        for (var usage : usages) {
            var broken = rules.broken(usage, now.computeIfAbsent(usage.space(), time::now));
            candidates.add(broken.isPresent() ? null : candidate(usage, null, sha256));
            booked.add(new Booked(usage, Status.REJECTED, broken.orElse(null)));
        }
        append(candidates, booked, sha256);
        return booked;
    }

    private static Candidate candidate(Usage usage, @Nullable String reason, MessageDigest sha256) {
        var entry = Entry.of(usage, reason);
        return new Candidate(usage, entry, entry.key(sha256, usage.space()), entry.payloadDigest(sha256));
    }

    /// Replaces the verdict of each candidate in `booked`.
    private void append(List<@Nullable Candidate> candidates, List<Booked> booked, MessageDigest sha256) {
        var spaces = new TreeMap<String, TenantSpace>();
        var claims = new HashMap<UUID, UUID>();
        for (var candidate : candidates) {
            if (candidate != null) {
                spaces.putIfAbsent(
                        candidate.usage().space().toString(), candidate.usage().space());
                claims.putIfAbsent(candidate.key(), candidate.payload());
            }
        }
        if (claims.isEmpty()) {
            return;
        }
        var locked = accounts.lock(spaces.values());
        var known = new HashMap<>(entries.claim(claims));
        var lines = new ArrayList<Line>(claims.size());
        for (int i = 0; i < candidates.size(); i++) {
            var candidate = candidates.get(i);
            if (candidate != null) {
                var account =
                        Objects.requireNonNull(locked.get(candidate.usage().space()));
                var earlier = known.putIfAbsent(candidate.key(), candidate.payload());
                if (earlier == null) {
                    account.append(candidate.entry(), sha256);
                    lines.add(new Line(account, candidate.entry()));
                }
                booked.set(i, verdict(candidate, account, earlier));
            }
        }
        if (!lines.isEmpty()) {
            entries.append(lines);
            sums.add(lines);
        }
        accounts.close(locked.values());
    }

    private Booked verdict(Candidate candidate, Account account, @Nullable UUID earlier) {
        if (earlier == null) {
            return new Booked(candidate.usage(), Status.ACCEPTED, null);
        }
        if (earlier.equals(candidate.payload())) {
            account.repeated();
            return new Booked(candidate.usage(), Status.DUPLICATE, null);
        }
        alarm(candidate.usage());
        return new Booked(candidate.usage(), Status.CONFLICT, "usage.id.conflict");
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
