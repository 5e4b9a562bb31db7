package io.streamverse.billing.subscriptions;

import io.streamverse.kernel.tenancy.TenantId;

/// A tenant has its subscription, or has another plan or calendar; said within the transaction that writes it.
public record SubscriptionChanged(TenantId tenant) {}
