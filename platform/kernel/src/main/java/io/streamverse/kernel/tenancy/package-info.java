/// Whose data is meant. A tenant environment (`TenantSpace`) is a schema and a role of its own; the one in charge rides
/// on the propagated context, and connections follow it. Only this package sets it.
@NullMarked
package io.streamverse.kernel.tenancy;

import org.jspecify.annotations.NullMarked;
