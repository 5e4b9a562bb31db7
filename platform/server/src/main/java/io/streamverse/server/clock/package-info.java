/// Business time, as billing tells it: real in live, ahead of it where a tenant moved the clock of its test
/// environment.
/// Front door: BusinessTime. Owns the tenant's test_clock row. Listens to clock.v1.
@Room
@NullMarked
package io.streamverse.server.clock;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
