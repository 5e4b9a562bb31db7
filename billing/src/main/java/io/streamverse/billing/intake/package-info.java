/// What the operator reports: usage metered outside, corrections, and files of what was missed.
/// No front door; all of it goes to metering. Owns billing.usage_backfill….
@Room(knows = {"metering", "subscriptions"})
@NullMarked
package io.streamverse.billing.intake;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
