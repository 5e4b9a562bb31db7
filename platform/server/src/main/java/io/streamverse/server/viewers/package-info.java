/// The people who watch: accounts, log-ins, profiles, and sessions for those whom the tenant logs in itself.
/// Front door: Viewers. Owns viewer, profile and session in the tenant's schema.
@Room(knows = {"tenants"})
@NullMarked
package io.streamverse.server.viewers;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
