@Room(knows = "shelf")
@NullMarked
package io.streamverse.testkit.rules.sound.server.desk;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
