/// Pulls an original from an address that a tenant gave, without ever being led into a private network.
@Room(knows = "work")
@NullMarked
package io.streamverse.worker.fetch;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
