/// What a tenant can subscribe to, and what it costs: the price book. A version of a plan holds from its day on and is
/// never changed.
/// Front door: Plans. Owns billing.plan, billing.plan_version and billing.cost_rate. Publishes plans.v1.
@Room
@NullMarked
package io.streamverse.billing.plans;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
