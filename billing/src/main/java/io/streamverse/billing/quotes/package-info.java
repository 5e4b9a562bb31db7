/// What a quantity would cost a tenant now, promised for a while.
/// Front door: Quotes. Owns billing.quote. Whoever does the work passes the quote's id on, and it is a cap.
@Room(knows = {"metering", "plans", "quotas", "rating", "subscriptions"})
@NullMarked
package io.streamverse.billing.quotes;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
