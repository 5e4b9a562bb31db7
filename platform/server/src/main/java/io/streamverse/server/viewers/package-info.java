/// The people who watch: accounts, log-ins, profiles, and sessions for those whom the tenant logs in itself.
/// Front door: Viewers. Owns viewer, viewer_profile, viewer_session, viewer_key and viewer_attempt in the tenant's
/// schema, and tells the gate who watches. What they may see is not known here. Publishes viewers.v1 and, on usage.v1,
/// who was there.
@Room(knows = {"tenants"})
@NullMarked
package io.streamverse.server.viewers;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
