@Room(knows = "hen")
@NullMarked
package io.streamverse.testkit.rules.rotten.server.boaster;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
