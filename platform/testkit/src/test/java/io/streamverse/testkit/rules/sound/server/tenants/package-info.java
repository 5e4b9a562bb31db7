@Room
@NullMarked
package io.streamverse.testkit.rules.sound.server.tenants;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
