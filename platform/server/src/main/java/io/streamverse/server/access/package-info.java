/// What a viewer may watch: tiers, and the grants that give them.
/// Front door: Access. Owns tier and tier_grant in the tenant's schema.
@Room(knows = {"clock", "viewers"})
@NullMarked
package io.streamverse.server.access;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
