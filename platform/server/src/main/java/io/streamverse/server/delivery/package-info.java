/// Who holds a token gets segments: signs and checks tokens, serves virtual segments, tells what was delivered.
/// Front door: Delivery.
@Room(knows = {"media"})
@NullMarked
package io.streamverse.server.delivery;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
