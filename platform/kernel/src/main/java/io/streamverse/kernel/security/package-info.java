/// Who calls and what they may: the caller on the request, the scope a route wants, the gate in front of every route,
/// and the 60-second tokens that server and billing speak with.
@NullMarked
package io.streamverse.kernel.security;

import org.jspecify.annotations.NullMarked;
