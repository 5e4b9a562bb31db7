package io.streamverse.billing.metering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the ledger should say, as simply as it can be said: all entries in a map, looked through for each question.
final class Model {
    private static final BigDecimal HOUR = new BigDecimal(3_600_000);
    private final Map<String, Usage> entries = new HashMap<>();

    Booked.Status book(Usage usage) {
        var earlier = entries.putIfAbsent(usage.source() + "|" + usage.id(), usage);
        if (earlier == null) {
            return Booked.Status.ACCEPTED;
        }
        var same = earlier.meter().equals(usage.meter())
                && earlier.at().truncatedTo(ChronoUnit.MICROS).equals(usage.at().truncatedTo(ChronoUnit.MICROS))
                && earlier.quantity().compareTo(usage.quantity()) == 0
                && earlier.dimensions().equals(usage.dimensions());
        return same ? Booked.Status.DUPLICATE : Booked.Status.CONFLICT;
    }

    BigDecimal sum(String meter, Instant from, Instant to) {
        return of(meter)
                .filter(it -> !it.at().isBefore(from) && it.at().isBefore(to))
                .map(Usage::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal held(String meter, Instant from, Instant to) {
        return of(meter)
                .filter(it -> it.at().isBefore(to))
                .map(it -> it.quantity().multiply(millis(it.at().isBefore(from) ? from : it.at(), to)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(HOUR, 9, RoundingMode.HALF_EVEN);
    }

    Map<LocalDate, BigDecimal> days(String meter, ZoneId zone) {
        var days = new TreeMap<LocalDate, BigDecimal>();
        of(meter).forEach(it -> days.merge(LocalDate.ofInstant(it.at(), zone), it.quantity(), BigDecimal::add));
        days.replaceAll((_, quantity) -> quantity.stripTrailingZeros());
        return days;
    }

    private Stream<Usage> of(String meter) {
        return entries.values().stream().filter(it -> it.meter().equals(meter));
    }

    private static BigDecimal millis(Instant from, Instant to) {
        return new BigDecimal(ChronoUnit.MICROS.between(from, to)).movePointLeft(3);
    }
}
