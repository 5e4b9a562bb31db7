/// What renditions an encode makes: the built-in ladders, and those that a tenant writes, in versions.
/// Front door: Ladders. Owns ladder in the tenant's schema; what makes sense as a ladder is said by
/// io.streamverse.media.ladder. Publishes nothing: who encodes asks for a version and keeps its number.
@Room
@NullMarked
package io.streamverse.server.ladders;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
