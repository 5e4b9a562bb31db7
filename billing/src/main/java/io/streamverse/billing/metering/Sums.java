package io.streamverse.billing.metering;

import io.streamverse.kernel.messaging.OpenTransaction;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the sums by the hour; where a time begins or ends within an hour, the entries of that hour.
@Singleton
class Sums {
    private static final String PARTS = """
            (SELECT hour AS at, meter, dimensions, quantity, moment FROM billing.usage_hour
             WHERE space = ? AND hour >= ? AND hour < ?
             UNION ALL
             SELECT at, meter, dimensions, quantity,
                    CASE WHEN meter = ANY (?) THEN quantity * extract(epoch FROM at) * 1000 ELSE 0 END
             FROM billing.ledger WHERE space = ? AND (at >= ? AND at < ? OR at >= ? AND at < ?)) parts
            WHERE meter = ANY (?)
            """;
    private static final String LEVELS =
            "SELECT meter, dimensions, quantity FROM billing.usage_level WHERE space = ? AND (?::text IS NULL OR meter = ?)";
    private final OpenTransaction transaction;
    private final Meters meters;

    Sums(OpenTransaction transaction, Meters meters) {
        this.transaction = transaction;
        this.meters = meters;
    }

    /// What to keep apart; columns of the parts.
    enum Apart {
        METERS("meter", "NULL::timestamptz", "NULL::text"),
        DIMENSIONS("meter", "NULL::timestamptz", "dimensions"),
        HOURS("meter", "at", "NULL::text");

        private final String columns;

        Apart(String... columns) {
            this.columns = String.join(", ", columns);
        }
    }

    /// `moment` is the sum of quantity x milliseconds since 1970, of meters that are levels.
    record Sum(
            String meter, @Nullable Instant at, @Nullable String dimensions, BigDecimal quantity, BigDecimal moment) {}

    /// Nothing, for a space that was never metered.
    OptionalInt number(TenantSpace space) {
        var numbers = new ArrayList<Integer>();
        sql().each(
                        "SELECT id FROM billing.ledger_space WHERE tenant = ? AND environment = ?",
                        row -> numbers.add(row.getInt("id")),
                        space.tenant().value(),
                        space.environment().label());
        return numbers.stream().mapToInt(it -> it).findFirst();
    }

    List<Sum> find(int number, Hours hours, Asked asked, Apart apart) {
        return find(number, hours, asked, apart, meters.all().stream().map(Meter::code));
    }

    /// Of levels alone.
    List<Sum> findLevels(int number, Hours hours, Asked asked, Apart apart) {
        return find(number, hours, asked, apart, meters.levels().stream());
    }

    private List<Sum> find(int number, Hours hours, Asked asked, Apart apart, Stream<String> wanted) {
        if (!asked.from().isBefore(asked.to())) {
            return List.of();
        }
        var codes = wanted.filter(it -> asked.meter() == null || asked.meter().equals(it));
        var first = earlier(hours.startFrom(asked.from()), asked.to());
        var last = later(hours.startOf(asked.to()), first);
        var sums = new ArrayList<Sum>();
        sql().each(
                        "SELECT " + apart.columns + ", sum(quantity), sum(moment) FROM " + PARTS
                                + " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
                        row -> sums.add(new Sum(
                                row.getString(1),
                                instant(row.getObject(2, OffsetDateTime.class)),
                                row.getString(3),
                                row.getBigDecimal(4),
                                row.getBigDecimal(5))),
                        number,
                        first,
                        last,
                        sql().array("text", meters.levels().stream()),
                        number,
                        asked.from(),
                        first,
                        last,
                        asked.to(),
                        sql().array("text", codes));
        return sums;
    }

    /// Where levels stand after all that was ever booked.
    List<Sum> levels(int number, @Nullable String meter) {
        var levels = new ArrayList<Sum>();
        sql().each(
                        LEVELS,
                        row -> levels.add(new Sum(
                                row.getString("meter"),
                                null,
                                row.getString("dimensions"),
                                row.getBigDecimal("quantity"),
                                BigDecimal.ZERO)),
                        number,
                        meter,
                        meter);
        return levels;
    }

    private Sql sql() {
        return new Sql(transaction.connection());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
