/// The keys that media is encrypted with.
/// Front door: Drm. Owns content_key in the tenant's schema.
@Room(knows = "jobs")
@NullMarked
package io.streamverse.server.drm;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
