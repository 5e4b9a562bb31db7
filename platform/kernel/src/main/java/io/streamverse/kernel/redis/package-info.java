/// What all servers count together and may be lost: places held for a while, marks that expire. Never the only copy of
/// anything. A script is one round trip, and a Redis that is away is said so at once.
@NullMarked
package io.streamverse.kernel.redis;

import org.jspecify.annotations.NullMarked;
