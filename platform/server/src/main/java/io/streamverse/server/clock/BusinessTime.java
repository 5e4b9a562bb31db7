package io.streamverse.server.clock;

import io.streamverse.kernel.tenancy.Environment;
import io.streamverse.kernel.tenancy.TenantContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/// The time by which the periods and windows of the tenant in charge go. Tokens, leases and rate limits go by real
/// time.
@Singleton
public class BusinessTime {
    private final TestClockRepository clocks;
    private final InstantSource real;

    BusinessTime(TestClockRepository clocks, InstantSource real) {
        this.clocks = clocks;
        this.real = real;
    }

    public Instant now() {
        var now = real.instant();
        return TenantContext.current().environment() == Environment.LIVE
                ? now
                : clocks.ahead().map(now::plusMillis).orElse(now);
    }
}
