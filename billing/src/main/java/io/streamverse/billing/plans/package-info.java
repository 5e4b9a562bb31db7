/// What a tenant can subscribe to.
/// Front door: Plans. Owns billing.plan. Publishes plans.v1.
@Room
@NullMarked
package io.streamverse.billing.plans;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
