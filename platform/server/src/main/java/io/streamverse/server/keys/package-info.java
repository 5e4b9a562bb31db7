/// API keys of a tenant environment: scopes, rotation with overlap, revocation, last use.
/// Front door: Keys. Owns control.api_key and its secrets' hashes; who is suspended is the tenants' affair.
/// Publishes keys.v1.
@Room
@NullMarked
package io.streamverse.server.keys;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
