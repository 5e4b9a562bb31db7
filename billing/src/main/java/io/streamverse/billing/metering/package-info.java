/// What tenants use: meters, an append-only ledger of usage, and its sums by the hour.
/// Front door: Metering. Owns billing.ledger… and billing.usage…. Listens to usage.v1.
@Room(knows = {"clock", "subscriptions"})
@NullMarked
package io.streamverse.billing.metering;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
