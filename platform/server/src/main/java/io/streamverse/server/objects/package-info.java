/// Serves the signed addresses of the local object store to workers and players: GET with a range, HEAD, PUT.
/// No front door: whoever holds an address got it from ObjectStore. With a store in the cloud this room is empty.
@Room
@NullMarked
package io.streamverse.server.objects;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
