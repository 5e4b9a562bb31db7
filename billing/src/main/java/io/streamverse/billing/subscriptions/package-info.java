/// Which tenant is on which plan, since when, and where its periods end.
/// Front door: Subscriptions. Owns billing.subscription and what it was before. Listens to tenants.v1.
@Room(knows = "plans")
@NullMarked
package io.streamverse.billing.subscriptions;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
