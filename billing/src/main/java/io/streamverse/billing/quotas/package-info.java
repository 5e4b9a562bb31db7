/// How much each tenant environment may use: plan, grants, the operator's and the tenant's own settings, budgets; and
/// how much it has used. Decides; the server enforces.
/// Front door: Quotas. Owns billing.quota_…. Publishes quotas.v1, listens to limits.v1, and within billing to what was
/// booked, to subscriptions that changed and to test clocks.
@Room(knows = {"clock", "metering", "plans", "rating", "subscriptions"})
@NullMarked
package io.streamverse.billing.quotas;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
