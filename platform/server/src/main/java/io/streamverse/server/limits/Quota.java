package io.streamverse.server.limits;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A meter's row: what billing allows and has counted, what was settled here since, what is reserved.
@MappedEntity("quota")
record Quota(
        @Id String meter,
        BigDecimal planned,
        BigDecimal included,
        BigDecimal granted,
        boolean hard,
        Instant periodFrom,
        Instant periodTo,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> laterEnds,
        BigDecimal counted,
        Instant countedFrom,
        Instant countedAt,
        BigDecimal settled,
        Instant settledFrom,
        BigDecimal reserved,
        @TypeDef(type = DataType.JSON) Map<String, BigDecimal> held) {

    /// How it stands at this time. Grants, counts and settlements of another period are none of this one's.
    Balance at(Instant now) {
        var agreed = new Period(
                periodFrom, periodTo, laterEnds.stream().map(Instant::parse).toList());
        var period = agreed.at(now);
        return switch (Kind.of(meter)) {
            case PERIOD -> {
                var isCounted = period.holds(countedFrom);
                yield new Balance(
                        this,
                        period,
                        period.from().equals(periodFrom) ? granted : BigDecimal.ZERO,
                        isCounted ? counted : BigDecimal.ZERO,
                        isCounted ? countedAt : period.from(),
                        period.holds(settledFrom) ? settled : BigDecimal.ZERO);
            }
            case LEVEL, SLOTS -> {
                var level = held.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                yield new Balance(this, period, granted, BigDecimal.ZERO, now, level);
            }
        };
    }
}
