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
    private final OpenTransaction transaction;
    private final Set<String> levels;

    HourSums(OpenTransaction transaction, Meters meters) {
        this.transaction = transaction;
        this.levels = new HashSet<>(meters.levels());
    }

    record Hour(int space, Instant start, String meter, String dimensions) {}

    record Level(int space, String meter, String dimensions) {}

    void add(List<Line> lines) {
        var hours = new HashMap<Hour, Sum>();
        var shifts = new HashMap<Level, BigDecimal>();
        var clocks = new HashMap<Integer, Hours>();
        for (var line : lines) {
            var entry = line.entry();
            var space = line.account().number();
            var clock =
                    clocks.computeIfAbsent(space, _ -> new Hours(line.account().zone()));
            var hour = new Hour(space, clock.startOf(entry.at()), entry.meter(), entry.dimensions());
            var isLevel = levels.contains(entry.meter());
            hours.computeIfAbsent(hour, _ -> new Sum()).add(entry, isLevel);
            if (isLevel) {
                shifts.merge(new Level(space, entry.meter(), entry.dimensions()), entry.quantity(), BigDecimal::add);
            }
        }
        write(hours);
        if (!shifts.isEmpty()) {
            shift(shifts);
        }
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
