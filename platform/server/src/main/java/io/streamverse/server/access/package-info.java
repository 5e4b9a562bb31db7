/// What a viewer may watch: tiers, and the grants that give them, each with where it comes from.
/// Front door: Access. Owns tier and tier_grant in the tenant's schema; what a title asks for is the catalogue's
/// affair.
/// Publishes access.v1.
@Room(knows = {"catalog", "clock", "viewers"})
@NullMarked
package io.streamverse.server.access;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
