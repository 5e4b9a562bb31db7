/// How a tenant's service looks: name and colours.
/// Front door: Branding. Owns the tenant's branding row. Publishes branding.v1.
@Room
@NullMarked
package io.streamverse.server.branding;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
