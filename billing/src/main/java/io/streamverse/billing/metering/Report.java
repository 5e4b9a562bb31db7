package io.streamverse.billing.metering;

import io.streamverse.billing.clock.BusinessTime;
import io.streamverse.billing.metering.Sums.Apart;
import io.streamverse.billing.metering.Sums.Sum;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Usage as it is asked for. Sums are added up; levels are integrated, no further than business time has come.
@Singleton
class Report {
    private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");
    private final Sums sums;
    private final Clocks clocks;
    private final BusinessTime time;
    private final Meters meters;

    Report(Sums sums, Clocks clocks, BusinessTime time, Meters meters) {
        this.sums = sums;
        this.clocks = clocks;
        this.time = time;
        this.meters = meters;
    }

    private record Key(String meter, String dimensions) {
        static Key of(Sum sum) {
            return new Key(sum.meter(), Objects.requireNonNullElse(sum.dimensions(), ""));
        }
    }

    Map<String, BigDecimal> totals(TenantSpace space, Instant from, Instant to) {
        var totals = new TreeMap<String, BigDecimal>();
        meters.all().forEach(it -> totals.put(it.code(), BigDecimal.ZERO));
        whole(space, new Asked(from, to, null), Apart.METERS)
                .forEach(it -> totals.merge(it.meter().code(), it.quantity(), BigDecimal::add));
        return totals;
    }

    /// By meter, or by meter and dimensions.
    List<Used> whole(TenantSpace space, Asked asked, Apart apart) {
        var used = new ArrayList<Used>();
        sums.number(space).ifPresent(number -> {
            var hours = clocks.of(space);
            var past = asked.until(time.now(space));
            var within = sums.find(number, hours, past, apart);
            var ahead = sums.find(number, hours, new Asked(past.to(), asked.to(), asked.meter()), apart);
            used.addAll(added(within, ahead));
            used.addAll(held(within, heights(number, hours, past, within, apart), past, apart));
        });
        return used;
    }

    private List<Used> added(List<Sum> within, List<Sum> ahead) {
        var sums = new LinkedHashMap<Key, BigDecimal>();
        Stream.concat(within.stream(), ahead.stream())
                .forEach(it -> sums.merge(Key.of(it), it.quantity(), BigDecimal::add));
        var used = new ArrayList<Used>();
        sums.forEach((key, quantity) -> meters.find(key.meter())
                .filter(it -> it.kind() == Meter.Kind.SUM)
                .ifPresent(it ->
                        used.add(new Used(it, null, key.dimensions().isEmpty() ? null : key.dimensions(), quantity))));
        return used;
    }

    private List<Used> held(List<Sum> within, Map<Key, BigDecimal> heights, Asked past, Apart apart) {
        var changes = new HashMap<Key, Sum>();
        within.forEach(it -> changes.put(Key.of(it), it));
        var used = new ArrayList<Used>();
        heights.forEach((key, height) -> {
            var change = changes.get(key);
            var held = new Level(height)
                    .pass(
                            past.from(),
                            past.to(),
                            change == null ? BigDecimal.ZERO : change.quantity(),
                            change == null ? BigDecimal.ZERO : change.moment());
            meters.find(key.meter())
                    .ifPresent(it ->
                            used.add(new Used(it, null, apart == Apart.DIMENSIONS ? key.dimensions() : null, held)));
        });
        return used;
    }

    /// Where levels stood at the beginning: where they stand now, less what came in the time and since.
    private Map<Key, BigDecimal> heights(int number, Hours hours, Asked asked, List<Sum> within, Apart apart) {
        var heights = new HashMap<Key, BigDecimal>();
        for (var level : sums.levels(number, asked.meter())) {
            var key = apart == Apart.DIMENSIONS ? Key.of(level) : new Key(level.meter(), "");
            heights.merge(key, level.quantity(), BigDecimal::add);
        }
        var since = sums.findLevels(number, hours, new Asked(asked.to(), FOREVER, asked.meter()), apart);
        Stream.concat(within.stream(), since.stream())
                .forEach(it -> heights.computeIfPresent(Key.of(it), (_, height) -> height.subtract(it.quantity())));
        return heights;
    }

    List<Used> byHour(TenantSpace space, Asked asked) {
        var hours = clocks.of(space);
        return slots(space, hours, asked, hours::startOf, it -> hours.startFrom(it.plus(Duration.ofMinutes(15))));
    }

    List<Used> byDay(TenantSpace space, Asked asked) {
        var hours = clocks.of(space);
        return slots(space, hours, asked, hours::startOfDay, hours::startOfNextDay);
    }

    private List<Used> slots(
            TenantSpace space, Hours hours, Asked asked, UnaryOperator<Instant> start, UnaryOperator<Instant> next) {
        var used = new ArrayList<Used>();
        sums.number(space).ifPresent(number -> {
            var changes = slotted(sums.find(number, hours, asked, Apart.HOURS), start);
            changes.forEach((meter, slots) -> {
                if (meter.kind() == Meter.Kind.SUM) {
                    slots.forEach((at, sum) -> used.add(new Used(meter, at, null, sum.quantity())));
                }
            });
            var past = asked.until(time.now(space));
            var pastChanges = slotted(sums.findLevels(number, hours, past, Apart.HOURS), start);
            var within = sums.findLevels(number, hours, past, Apart.METERS);
            heights(number, hours, past, within, Apart.METERS)
                    .forEach((key, height) -> meters.find(key.meter())
                            .ifPresent(meter -> used.addAll(levels(
                                    meter, height, past, pastChanges.getOrDefault(meter, Map.of()), start, next))));
        });
        return used;
    }

    private static List<Used> levels(
            Meter meter,
            BigDecimal height,
            Asked asked,
            Map<Instant, Sum> changes,
            UnaryOperator<Instant> start,
            UnaryOperator<Instant> next) {
        var used = new ArrayList<Used>();
        var level = new Level(height);
        for (var at = asked.from(); at.isBefore(asked.to()); ) {
            var slot = start.apply(at);
            var end = asked.until(next.apply(slot)).to();
            var change = changes.get(slot);
            var held = change == null
                    ? level.pass(at, end, BigDecimal.ZERO, BigDecimal.ZERO)
                    : level.pass(at, end, change.quantity(), change.moment());
            used.add(new Used(meter, slot, null, held));
            at = end;
        }
        return used;
    }

    private Map<Meter, Map<Instant, Sum>> slotted(List<Sum> found, UnaryOperator<Instant> start) {
        var slotted = new HashMap<Meter, Map<Instant, Sum>>();
        for (var sum : found) {
            var slot = start.apply(Objects.requireNonNull(sum.at()));
            known(sum)
                    .forEach(meter ->
                            slotted.computeIfAbsent(meter, _ -> new TreeMap<>()).merge(slot, sum, Report::plus));
        }
        return slotted;
    }

    private Stream<Meter> known(Sum sum) {
        return meters.find(sum.meter()).stream();
    }

    private static Sum plus(Sum one, Sum other) {
        return new Sum(
                one.meter(),
                one.at(),
                null,
                one.quantity().add(other.quantity()),
                one.moment().add(other.moment()));
    }
}
