package io.streamverse.billing.metering;

import java.util.List;

/// Something new is in the ledger; said within the transaction that writes it.
public record UsageBooked(List<Usage> usages) {}
