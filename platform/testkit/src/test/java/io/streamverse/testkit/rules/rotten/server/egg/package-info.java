@Room(knows = "hen")
@NullMarked
package io.streamverse.testkit.rules.rotten.server.egg;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
