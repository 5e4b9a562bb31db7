/// Tenants never see each other: through our code, and past it with their roles.
@NullMarked
package io.streamverse.server.isolation;

import org.jspecify.annotations.NullMarked;
