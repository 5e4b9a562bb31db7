/// What the operator earns: usage of all tenants with revenue, cost and margin, and what a change of prices would do.
/// No front door. Owns nothing; a tenant sees none of it.
@Room(knows = {"metering", "plans", "rating", "subscriptions"})
@NullMarked
package io.streamverse.billing.margins;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
