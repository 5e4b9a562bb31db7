/// How much a tenant may still use: allowances per meter, what is used, and reservations that hold an amount until
/// what really ran is known. Works on while billing is away.
/// Front door: Limits. Owns quota, reservation and budget in the tenant's schema; billing alone decides what is
/// allowed.
/// Publishes limits.v1, listens to quotas.v1.
@Room(knows = "clock")
@NullMarked
package io.streamverse.server.limits;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
