package io.streamverse.billing.subscriptions;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/// The plan that a tenant has had since an instant.
@Introspected
record PastPlan(Instant fromAt, String plan) {}
