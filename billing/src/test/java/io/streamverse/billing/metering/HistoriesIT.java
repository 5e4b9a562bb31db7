package io.streamverse.billing.metering;

import io.streamverse.billing.BillingStage;
import java.time.Duration;
import java.time.Instant;

class HistoriesIT extends HistoriesContract {
    HistoriesIT() {
        super(BillingStage.shared(), Instant.now(), Duration.ofDays(34));
    }

    @Override
    void betweenBatches(long number) {}
}
