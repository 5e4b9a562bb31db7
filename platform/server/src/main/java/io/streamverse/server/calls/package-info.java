/// How many calls each environment makes.
/// No front door. Owns nothing: what was counted is told within three seconds. Publishes usage.v1.
@Room
@NullMarked
package io.streamverse.server.calls;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
