package io.streamverse.billing.metering;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.billing.clock.BusinessTime;
import io.streamverse.billing.metering.Sums.Apart;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a tenant may see of its usage: all but the operator's own meters.
@Singleton
class OwnUsage {
    private static final Duration MOST_HOURS = Duration.ofDays(35);
    private static final Duration MOST_DAYS = Duration.ofDays(400);
    private final Report report;
    private final Clocks clocks;
    private final BusinessTime time;
    private final Meters meters;

    OwnUsage(Report report, Clocks clocks, BusinessTime time, Meters meters) {
        this.report = report;
        this.clocks = clocks;
        this.time = time;
        this.meters = meters;
    }

    /// Without dates this month so far, by the tenant's time zone.
    @Transactional
    Asked asked(TenantSpace space, @Nullable Instant from, @Nullable Instant to, @Nullable String meter) {
        var now = time.now(space);
        var end = to == null ? now.plus(Rules.AHEAD) : to;
        var start = from == null ? clocks.of(space).startOfMonth(to == null ? now : to) : from;
        if (start.isAfter(end)) {
            throw invalid("?to", "is not before from");
        }
        if (meter != null && meters.find(meter).filter(it -> !it.operatorOnly()).isEmpty()) {
            throw new Rejected(
                    "usage.meter.unknown", "There is no meter " + meter, List.of(new FieldError("?meter", "is none")));
        }
        return new Asked(start, end, meter);
    }

    @Transactional
    List<Used> find(TenantSpace space, Asked asked, @Nullable String groupBy) {
        var found = switch (groupBy) {
            case null -> everyMeter(asked, report.whole(space, asked, Apart.METERS));
            case "dimension" -> report.whole(space, asked, Apart.DIMENSIONS);
            case "hour" -> report.byHour(space, within(asked, MOST_HOURS));
            case "day" -> report.byDay(space, within(asked, MOST_DAYS));
            default -> throw invalid("?groupBy", "is hour, day or dimension");
        };
        return found.stream()
                .filter(it -> !it.meter().operatorOnly())
                .sorted(Comparator.<Used, String>comparing(it -> it.meter().code())
                        .thenComparing(it -> it.at() == null ? Instant.EPOCH : it.at())
                        .thenComparing(it -> it.dimensions() == null ? "" : it.dimensions()))
                .toList();
    }

    /// Nothing used is an answer too.
    private List<Used> everyMeter(Asked asked, List<Used> used) {
        var all = new ArrayList<>(used);
        for (var meter : meters.all()) {
            if ((asked.meter() == null || asked.meter().equals(meter.code()))
                    && used.stream().noneMatch(it -> it.meter().equals(meter))) {
                all.add(Used.nothing(meter));
            }
        }
        return all;
    }

    private static Asked within(Asked asked, Duration most) {
        if (asked.from().plus(most).isBefore(asked.to())) {
            throw invalid("?to", "is at most %d days after from, grouped so".formatted(most.toDays()));
        }
        return asked;
    }

    private static Rejected invalid(String pointer, String rule) {
        return new Rejected(
                "http.request.invalid", "Some fields break a rule; see errors", List.of(new FieldError(pointer, rule)));
    }
}
