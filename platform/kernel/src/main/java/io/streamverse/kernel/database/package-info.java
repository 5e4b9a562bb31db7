/// Connection pools, the routing of tenants onto them, and migrations. A tenant's transaction and one on the control
/// database never nest: asking for the second connection fails at once.
@NullMarked
package io.streamverse.kernel.database;

import org.jspecify.annotations.NullMarked;
