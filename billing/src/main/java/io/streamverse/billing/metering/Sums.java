package io.streamverse.billing.metering;

import io.streamverse.billing.clock.BusinessTime;
import io.streamverse.kernel.messaging.OpenTransaction;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Answers from the sums by the hour; where a time begins or ends within an hour, from the entries of that hour.
@Singleton
class Sums {
    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600_000);
    private static final int DECIMALS = 9;
    private static final String SPACE =
            "SELECT id, zone FROM billing.ledger_space WHERE tenant = ? AND environment = ?";
    private static final String PARTS = """
            SELECT meter, dimensions, quantity, moment FROM billing.usage_hour
            WHERE space = ? AND hour >= ? AND hour < ?
            UNION ALL
            SELECT meter, dimensions, quantity, quantity * extract(epoch FROM at) * 1000 FROM billing.ledger
            WHERE space = ? AND (at >= ? AND at < ? OR at >= ? AND at < ?)
            """;
    private static final String TOTALS =
            "SELECT meter, sum(quantity) AS quantity, sum(moment) AS moment FROM (" + PARTS + ") parts GROUP BY meter";
    private static final String LEVELS =
            "SELECT meter, sum(quantity) AS quantity FROM billing.usage_level WHERE space = ? GROUP BY meter";
    private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");
    private final OpenTransaction transaction;
    private final BusinessTime time;
    private final Meters meters;

    Sums(OpenTransaction transaction, BusinessTime time, Meters meters) {
        this.transaction = transaction;
        this.time = time;
        this.meters = meters;
    }

    private record Found(BigDecimal quantity, BigDecimal moment) {}

    private record Ground(int space, ZoneId zone) {}

    Map<String, BigDecimal> totals(TenantSpace space, Instant from, Instant to) {
        var totals = new TreeMap<String, BigDecimal>();
        meters.all().forEach(meter -> totals.put(meter.code(), BigDecimal.ZERO));
        ground(space).ifPresent(it -> {
            found(it, from, to).forEach((meter, sum) -> totals.put(meter, sum.quantity()));
            var now = time.now(space);
            totals.putAll(levels(it, from, to.isBefore(now) ? to : now));
        });
        return totals;
    }

    private Map<String, BigDecimal> levels(Ground ground, Instant from, Instant end) {
        var levels = new TreeMap<String, BigDecimal>();
        meters.levels().forEach(meter -> levels.put(meter, BigDecimal.ZERO));
        if (!from.isBefore(end)) {
            return levels;
        }
        var since = found(ground, from, FOREVER);
        var within = found(ground, from, end);
        new Sql(transaction.connection())
                .each(
                        LEVELS,
                        row -> {
                            var meter = row.getString("meter");
                            var nothing = new Found(BigDecimal.ZERO, BigDecimal.ZERO);
                            var before = row.getBigDecimal("quantity")
                                    .subtract(since.getOrDefault(meter, nothing).quantity());
                            levels.put(meter, integral(before, within.getOrDefault(meter, nothing), from, end));
                        },
                        ground.space());
        return levels;
    }

    /// Of a level that stood at `before`, and was changed by `changes`; each change counts from its time to the end.
    private static BigDecimal integral(BigDecimal before, Found changes, Instant from, Instant end) {
        var constant = before.multiply(millis(end).subtract(millis(from)));
        var changing = changes.quantity().multiply(millis(end)).subtract(changes.moment());
        return constant.add(changing)
                .divide(HOUR, DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
    }

    private Map<String, Found> found(Ground ground, Instant from, Instant to) {
        var hours = new Hours(ground.zone());
        var first = min(hours.startFrom(from), to);
        var last = max(hours.startOf(to), first);
        var sums = new HashMap<String, Found>();
        new Sql(transaction.connection())
                .each(
                        TOTALS,
                        row -> sums.put(
                                row.getString("meter"),
                                new Found(row.getBigDecimal("quantity"), row.getBigDecimal("moment"))),
                        ground.space(),
                        first,
                        last,
                        ground.space(),
                        from,
                        first,
                        last,
                        to);
        return sums;
    }

    private Optional<Ground> ground(TenantSpace space) {
        var found = new Ground[1];
        new Sql(transaction.connection())
                .each(
                        SPACE,
                        row -> found[0] = new Ground(row.getInt("id"), ZoneId.of(row.getString("zone"))),
                        space.tenant().value(),
                        space.environment().label());
        return Optional.ofNullable(found[0]);
    }

    private static BigDecimal millis(Instant at) {
        return BigDecimal.valueOf(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000, 3);
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
