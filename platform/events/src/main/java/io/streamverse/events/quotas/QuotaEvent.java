package io.streamverse.events.quotas;

import io.streamverse.events.Event;
import io.streamverse.events.Topic;

/// What billing decided and counted. The greater revision of a meter's allowance, of its count and of the budget wins,
/// in whatever order they come.
@Topic("quotas.v1")
public sealed interface QuotaEvent extends Event permits AllowanceSet, BudgetCounted, QuotaWarning, UsageCounted {}
