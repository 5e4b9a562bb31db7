package io.streamverse.billing.subscriptions;

import io.streamverse.kernel.tenancy.TenantId;
import java.time.Instant;

/// From `from` on a tenant's days and hours are another zone's; said within the transaction that writes it, after it is
/// written.
public record ZoneChanged(TenantId tenant, Instant from) {}
