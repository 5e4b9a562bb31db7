/// The keys that media is encrypted with, closed under the environment's own key.
/// Front door: Keyring. Owns content_key in the tenant's schema; gives workers the keys of what they pack. Who may have
/// a licence is for room drm to say.
@Room(knows = {"custody", "jobs"})
@NullMarked
package io.streamverse.server.keyring;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
