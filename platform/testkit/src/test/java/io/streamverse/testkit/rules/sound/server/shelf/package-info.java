@Room
@NullMarked
package io.streamverse.testkit.rules.sound.server.shelf;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
