/// The one public surface: billing's resources are served here, forwarded unchanged under a token of a minute.
/// Front door: Billing, for rooms that ask billing something on behalf of who calls. Owns nothing; billing alone
/// decides.
@Room
@NullMarked
package io.streamverse.server.gateway;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
