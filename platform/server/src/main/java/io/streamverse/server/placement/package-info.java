/// In which database a tenant's schemas are: chosen at sign-up by room, shown to the operator, and changed by a move.
/// Front door: Placement. Owns control.placement and control.tenant_move; the databases themselves are settings.
@Room
@NullMarked
package io.streamverse.server.placement;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
