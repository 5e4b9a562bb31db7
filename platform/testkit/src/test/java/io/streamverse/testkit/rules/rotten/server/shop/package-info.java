@Room
@NullMarked
package io.streamverse.testkit.rules.rotten.server.shop;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
