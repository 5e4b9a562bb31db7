/// How a tenant's service looks: name, colours, letters, logo, and what it says of itself.
/// Front door: Branding. Owns the tenant's branding row and the pictures it names. Publishes branding.v1.
@Room
@NullMarked
package io.streamverse.server.branding;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
