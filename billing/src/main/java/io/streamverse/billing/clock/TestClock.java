package io.streamverse.billing.clock;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/// How far ahead of real time a test environment is, and how far it is to be.
@MappedEntity(value = "test_clock", schema = "billing")
record TestClock(@Id String tenantId, long aheadMs, long targetMs) {
    Instant now(Instant real) {
        return real.plusMillis(aheadMs);
    }

    Instant target(Instant real) {
        return real.plusMillis(targetMs);
    }

    boolean advancing() {
        return aheadMs != targetMs;
    }
}
