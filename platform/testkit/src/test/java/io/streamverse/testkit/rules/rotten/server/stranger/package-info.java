@Room
@NullMarked
package io.streamverse.testkit.rules.rotten.server.stranger;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
