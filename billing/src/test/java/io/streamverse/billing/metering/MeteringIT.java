package io.streamverse.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.billing.BillingStage;
import io.streamverse.billing.metering.Booked.Status;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeteringIT {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final BillingStage stage = BillingStage.shared();
    private final Metering metering = stage.bean(Metering.class);
    private final TenantSpace space = stage.newSpace();

    @Test
    void whatIsBookedIsInTheTotals() {
        var booked = metering.book(List.of(hours("one", "1.5"), hours("two", "2.25")));

        assertThat(booked).extracting(Booked::status).containsOnly(Status.ACCEPTED);
        assertThat(total("support.hours")).isEqualByComparingTo("3.75");
    }

    @Test
    void theSameTwiceCountsOnce() {
        metering.book(List.of(hours("one", "1.5")));

        var again = metering.book(List.of(hours("one", "1.50"), hours("one", "1.5")));

        assertThat(again).extracting(Booked::status).containsOnly(Status.DUPLICATE);
        assertThat(total("support.hours")).isEqualByComparingTo("1.5");
    }

    @Test
    void anotherPayloadUnderTheSameIdIsAConflict() {
        metering.book(List.of(hours("one", "1.5")));

        var again = metering.book(List.of(hours("one", "1.6")));

        assertThat(again.getFirst().status()).isEqualTo(Status.CONFLICT);
        assertThat(total("support.hours")).isEqualByComparingTo("1.5");
    }

    @Test
    void whatIsTooLateOrTooFarAheadIsRefused() {
        var booked = metering.book(List.of(
                at("late", now.minus(Duration.ofDays(35).plusMinutes(1))),
                at("ahead", now.plus(Duration.ofHours(1).plusMinutes(1)))));

        assertThat(booked).extracting(Booked::problem).containsExactly("usage.too-late", "usage.too-far-ahead");
    }

    @Test
    void aLevelIsIntegratedOverTime() {
        var from = now.minus(Duration.ofHours(10));
        metering.book(List.of(
                bytes("stored", "3000000000", now.minus(Duration.ofHours(20))),
                bytes("removed", "-1000000000", now.minus(Duration.ofHours(4)))));

        var byteHours =
                metering.totals(space, from, from.plus(Duration.ofHours(8))).get("storage");

        assertThat(byteHours).isEqualByComparingTo("22000000000");
    }

    private @Nullable BigDecimal total(String meter) {
        return metering.totals(space, now.minus(Duration.ofDays(2)), now.plus(Duration.ofDays(2)))
                .get(meter);
    }

    private Usage hours(String id, String quantity) {
        return usage(id, "support.hours", quantity, now, Map.of());
    }

    private Usage at(String id, Instant at) {
        return usage(id, "support.hours", "1", at, Map.of());
    }

    private Usage bytes(String id, String change, Instant at) {
        return usage(id, "storage", change, at, Map.of("class", "original"));
    }

    private Usage usage(String id, String meter, String quantity, Instant at, Map<String, String> dimensions) {
        return new Usage(space, "test", id, meter, new BigDecimal(quantity), at, dimensions);
    }
}
