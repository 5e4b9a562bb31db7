/// Business time: real in live, ahead of it where a tenant moved the clock of its test environment.
/// Front door: BusinessTime. Owns billing.test_clock. Publishes clock.v1, and ClockStepped within billing.
@Room
@NullMarked
package io.streamverse.billing.clock;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
