package io.streamverse.billing.clock;

import io.streamverse.kernel.tenancy.Environment;
import io.streamverse.kernel.tenancy.TenantSpace;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/// The time by which periods, usage and invoices go. Tokens, leases and rate limits go by real time.
@Singleton
public class BusinessTime {
    private final TestClockRepository clocks;
    private final InstantSource real;

    BusinessTime(TestClockRepository clocks, InstantSource real) {
        this.clocks = clocks;
        this.real = real;
    }

    public Instant now(TenantSpace space) {
        var now = real.instant();
        if (space.environment() == Environment.LIVE) {
            return now;
        }
        return clocks.findById(space.tenant().value()).map(it -> it.now(now)).orElse(now);
    }
}
