/// How often a key, a viewer, a guest's address and a whole environment may call, lane by lane.
/// No front door. Owns its counts in Redis. Where Redis is away each server counts for itself.
@Room(knows = {"delivery"})
@NullMarked
package io.streamverse.server.rates;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
