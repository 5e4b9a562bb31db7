package io.streamverse.billing.metering;

import io.streamverse.billing.BillingStage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;

/// The same histories over a month's end, in the weeks in which New York and Berlin turn their clocks forward, Auckland
/// and Lord Howe theirs back.
class TurnedClocksIT extends HistoriesContract {
    private static final Instant AFTERWARDS = Instant.parse("2027-04-08T12:00:00Z");
    private static final BillingStage STAGE = MovedClock.stageAt(AFTERWARDS);

    TurnedClocksIT() {
        super(STAGE, AFTERWARDS, Duration.ofDays(34));
        STAGE.bean(MakeMonths.class).run(AFTERWARDS);
    }

    @Override
    void betweenBatches(long number) {}

    @AfterAll
    static void end() {
        STAGE.close();
    }
}
