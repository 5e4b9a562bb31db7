@Room
@NullMarked
package io.streamverse.testkit.rules.rotten.server.rating;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
