/// What players tell of how it goes: checked by a signature alone, and straight to Kafka.
/// Front door: Beacons, which says where a playback tells it. Keeps nothing. Publishes qoe.v1.
@Room
@NullMarked
package io.streamverse.server.beacons;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
