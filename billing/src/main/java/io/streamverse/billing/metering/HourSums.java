package io.streamverse.billing.metering;

import io.streamverse.kernel.messaging.OpenTransaction;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The sums by the hour, and where levels stand: changed in the transaction that books.
@Singleton
class HourSums {
    private static final String ADD = """
            INSERT INTO billing.usage_hour AS s (space, hour, meter, dimensions, quantity, moment, entries)
            SELECT * FROM unnest(?::int[], ?::timestamptz[], ?::text[], ?::text[], ?::numeric[], ?::numeric[], ?::bigint[])
            ON CONFLICT (space, hour, meter, dimensions) DO UPDATE
            SET quantity = s.quantity + excluded.quantity, moment = s.moment + excluded.moment,
                entries = s.entries + excluded.entries
            """;
    private static final String SHIFT = """
            INSERT INTO billing.usage_level AS l (space, meter, dimensions, quantity)
            SELECT * FROM unnest(?::int[], ?::text[], ?::text[], ?::numeric[])
            ON CONFLICT (space, meter, dimensions) DO UPDATE SET quantity = l.quantity + excluded.quantity
            """;
    private static final String ENTRIES =
            "SELECT " + LedgerRepository.ENTRY + " FROM billing.ledger WHERE space = ? AND at >= ? AND at < ?";
    private static final String LEVELS = """
            INSERT INTO billing.usage_level (space, meter, dimensions, quantity)
            SELECT space, meter, dimensions, sum(quantity) FROM billing.usage_hour
            WHERE space = ? AND meter = ANY (?)
            GROUP BY space, meter, dimensions
            """;
    private final OpenTransaction transaction;
    private final Clocks clocks;
    private final Set<String> levels;

    HourSums(OpenTransaction transaction, Clocks clocks, Meters meters) {
        this.transaction = transaction;
        this.clocks = clocks;
        this.levels = new HashSet<>(meters.levels());
    }

    record Hour(int space, Instant start, String meter, String dimensions) {}

    record Level(int space, String meter, String dimensions) {}

    void add(List<Line> lines) {
        var hours = new HashMap<Hour, Sum>();
        var shifts = new HashMap<Level, BigDecimal>();
        var perSpace = new HashMap<Integer, Hours>();
        for (var line : lines) {
            var space = line.account().number();
            var clock = perSpace.computeIfAbsent(
                    space, _ -> clocks.of(line.account().space()));
            var entry = line.entry();
            hours.computeIfAbsent(hour(space, clock, entry), _ -> new Sum()).add(entry, isLevel(entry));
            if (isLevel(entry)) {
                var level = new Level(space, entry.meter(), entry.dimensions());
                shifts.merge(level, entry.quantity(), BigDecimal::add);
            }
        }
        write(hours);
        if (!shifts.isEmpty()) {
            shift(shifts);
        }
    }

    /// The same rows once more, from the entries; answers how many entries went in.
    long derive(Account account, Instant from, Instant to) {
        var sql = new Sql(transaction.connection());
        var clock = clocks.of(account.space());
        var first = clock.startOf(from);
        var last = clock.startFrom(to);
        var hours = new HashMap<Hour, Sum>();
        sql.each(
                ENTRIES,
                row -> {
                    var entry = LedgerRepository.entry(row);
                    hours.computeIfAbsent(hour(account.number(), clock, entry), _ -> new Sum())
                            .add(entry, isLevel(entry));
                },
                account.number(),
                first,
                last);
        sql.run(
                "DELETE FROM billing.usage_hour WHERE space = ? AND hour >= ? AND hour < ?",
                account.number(),
                first,
                last);
        if (!hours.isEmpty()) {
            write(hours);
        }
        sql.run("DELETE FROM billing.usage_level WHERE space = ?", account.number());
        sql.run(LEVELS, account.number(), sql.array("text", levels.stream()));
        return hours.values().stream().mapToLong(it -> it.entries).sum();
    }

    private static Hour hour(int space, Hours clock, Entry entry) {
        return new Hour(space, clock.startOf(entry.at()), entry.meter(), entry.dimensions());
    }

    private boolean isLevel(Entry entry) {
        return levels.contains(entry.meter());
    }

    private void write(Map<Hour, Sum> hours) {
        var sql = new Sql(transaction.connection());
        var keys = List.copyOf(hours.keySet());
        var sums = keys.stream().map(hours::get).toList();
        sql.run(
                ADD,
                sql.array("int4", keys.stream().map(Hour::space)),
                sql.array("timestamptz", keys.stream().map(it -> it.start().toString())),
                sql.array("text", keys.stream().map(Hour::meter)),
                sql.array("text", keys.stream().map(Hour::dimensions)),
                sql.array("numeric", sums.stream().map(it -> it.quantity)),
                sql.array("numeric", sums.stream().map(it -> it.moment)),
                sql.array("int8", sums.stream().map(it -> it.entries)));
    }

    private void shift(Map<Level, BigDecimal> shifts) {
        var sql = new Sql(transaction.connection());
        var keys = List.copyOf(shifts.keySet());
        sql.run(
                SHIFT,
                sql.array("int4", keys.stream().map(Level::space)),
                sql.array("text", keys.stream().map(Level::meter)),
                sql.array("text", keys.stream().map(Level::dimensions)),
                sql.array("numeric", keys.stream().map(shifts::get)));
    }

    private static final class Sum {
        private BigDecimal quantity = BigDecimal.ZERO;
        private BigDecimal moment = BigDecimal.ZERO;
        private long entries;

        void add(Entry entry, boolean isLevel) {
            quantity = quantity.add(entry.quantity());
            if (isLevel) {
                moment = moment.add(entry.quantity().multiply(BigDecimal.valueOf(entry.micros(), 3)));
            }
            entries++;
        }
    }
}
