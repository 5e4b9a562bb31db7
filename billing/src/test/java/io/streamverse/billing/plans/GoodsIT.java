package io.streamverse.billing.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.billing.BillingStage;
import io.streamverse.billing.metering.Meter;
import io.streamverse.billing.metering.Meters;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoodsIT {
    private static final BillingStage STAGE = BillingStage.shared();
    private static final Meters METERS = STAGE.bean(Meters.class);

    @Test
    void whatIsSoldAreTheMetersThatTenantsSee() {
        assertThat(METERS.all().stream().filter(it -> !it.operatorOnly()))
                .extracting(Meter::code)
                .containsExactlyInAnyOrderElementsOf(Goods.METERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "USD"})
    void ofEachMeterTheCostIsKnown(String currency) {
        assertThat(STAGE.bean(Plans.class)
                        .costs(Currency.getInstance(currency), Instant.now())
                        .rates())
                .extracting(CostRate::meter)
                .containsExactlyInAnyOrderElementsOf(
                        METERS.all().stream().map(Meter::code).toList())
                .containsExactlyInAnyOrderElementsOf(Goods.COSTS);
    }

    @Test
    void usageIsToldApartByTheDimensionsOfItsMeter() {
        assertThat(METERS.all())
                .filteredOn(it -> !it.dimensions().contains("*"))
                .allSatisfy(it ->
                        assertThat(Goods.dimensions(it.code())).containsExactlyInAnyOrderElementsOf(it.dimensions()));
    }
}
