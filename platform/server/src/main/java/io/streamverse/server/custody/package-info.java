/// The keys that tenants' secrets are closed under: one per environment and rotation, wrapped by a key management
/// service, so that the database alone opens nothing.
/// Front door: Custody. Owns tenant_key in the tenant's schema; what is closed stays with those who close it.
@Room
@NullMarked
package io.streamverse.server.custody;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
