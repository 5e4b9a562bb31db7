package io.streamverse.billing.metering;

import io.streamverse.kernel.tenancy.TenantSpace;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// An entry was wrong: it is taken back, and where it should have been another quantity, that is booked instead.
public record Correction(
        TenantSpace space,
        String source,
        String id,
        String reason,
        @Nullable BigDecimal quantity) {}
