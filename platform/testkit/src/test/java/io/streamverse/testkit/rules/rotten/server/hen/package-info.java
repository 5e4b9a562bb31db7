@Room(knows = "egg")
@NullMarked
package io.streamverse.testkit.rules.rotten.server.hen;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
