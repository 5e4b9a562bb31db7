package io.streamverse.billing.metering;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.transaction.TransactionOperations;
import io.streamverse.kernel.messaging.DeadLetters;
import io.streamverse.kernel.schedule.ScheduledJob;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts again what was counted. All that arrived was booked, was there before, was refused and kept, or is pending: a
/// dead letter, or behind one. The sums are made of as many entries as were ever booked.
@Singleton
class AddsUp implements ScheduledJob {
    private static final Logger LOG = LoggerFactory.getLogger(AddsUp.class);
    private static final String DAYS = """
            SELECT s.tenant, s.environment, d.day::text AS part, d.taken, d.booked, d.duplicates, d.rejected,
                   coalesce(l.entries, 0) AS found, coalesce(r.entries, 0) AS kept
            FROM billing.ledger_day d
            JOIN billing.ledger_space s ON s.id = d.space
            LEFT JOIN (SELECT space, booked_on, count(*) AS entries FROM billing.ledger
                       WHERE booked_on >= ? GROUP BY space, booked_on) l ON l.space = d.space AND l.booked_on = d.day
            LEFT JOIN (SELECT space, rejected_on, count(*) AS entries FROM billing.rejected_usage
                       WHERE rejected_on >= ? GROUP BY space, rejected_on) r
                   ON r.space = d.space AND r.rejected_on = d.day
            WHERE d.day >= ? AND (d.taken <> d.booked + d.duplicates + d.rejected
                                  OR d.booked <> coalesce(l.entries, 0) OR d.rejected <> coalesce(r.entries, 0))
            """;
    private static final String SUMS = """
            SELECT s.tenant, s.environment, 'sums' AS part, b.booked, coalesce(h.entries, 0) AS found
            FROM (SELECT space, sum(booked) AS booked FROM billing.ledger_day GROUP BY space) b
            JOIN billing.ledger_space s ON s.id = b.space
            LEFT JOIN (SELECT space, sum(entries) AS entries FROM billing.usage_hour GROUP BY space) h USING (space)
            WHERE b.booked <> coalesce(h.entries, 0)
            """;
    private static final int DAYS_BACK = 2;
    private final TransactionOperations<Connection> database;
    private final DeadLetters deadLetters;
    private final Waiting waiting;
    private final AtomicInteger wrong = new AtomicInteger();
    private final AtomicLong pending = new AtomicLong();

    AddsUp(
            @Named("default") TransactionOperations<Connection> database,
            DeadLetters deadLetters,
            Waiting waiting,
            MeterRegistry metrics) {
        this.database = database;
        this.deadLetters = deadLetters;
        this.waiting = waiting;
        Gauge.builder("streamverse.usage.pending", pending, AtomicLong::get)
                .description("Usage that arrived and is neither booked nor refused")
                .tag("what", "events")
                .register(metrics);
        Gauge.builder("streamverse.usage.unaccounted", wrong, AtomicInteger::get)
                .description("Days and sums of the ledger that do not add up")
                .register(metrics);
    }

    @Override
    public String name() {
        return "billing.metering.adds-up";
    }

    @Override
    public String cron() {
        return "0 20 * * * *";
    }

    @Override
    public void run(Instant dueAt) {
        var since = LocalDate.ofInstant(dueAt, ZoneOffset.UTC).minusDays(DAYS_BACK);
        var faults = faults(since);
        waiting.lost(dueAt).forEach(it -> faults.add("event %s was not taken and waits no more".formatted(it)));
        pending.set(deadLetters.waitingFor(UsageListener.NAME));
        if (pending.get() > 0) {
            faults.add("%d events of usage wait as dead letters".formatted(pending.get()));
        }
        faults.forEach(it -> LOG.error("Usage does not add up: {}", it));
        wrong.set(faults.size());
    }

    /// One snapshot, so that what is being booked meanwhile is seen in all tables or in none.
    private List<String> faults(LocalDate since) {
        return database.executeRead(status -> {
            var faults = new ArrayList<String>();
            var sql = new Sql(status.getConnection());
            sql.each(
                    DAYS,
                    row -> faults.add(
                            "%s:%s %s: %d arrived, %d booked, %d known, %d refused; there are %d entries and %d refusals"
                                    .formatted(
                                            row.getString("tenant"),
                                            row.getString("environment"),
                                            row.getString("part"),
                                            row.getLong("taken"),
                                            row.getLong("booked"),
                                            row.getLong("duplicates"),
                                            row.getLong("rejected"),
                                            row.getLong("found"),
                                            row.getLong("kept"))),
                    since,
                    since,
                    since);
            sql.each(
                    SUMS,
                    row -> faults.add("%s:%s: %d booked, the sums hold %d"
                            .formatted(
                                    row.getString("tenant"),
                                    row.getString("environment"),
                                    row.getLong("booked"),
                                    row.getLong("found"))));
            return faults;
        });
    }
}
