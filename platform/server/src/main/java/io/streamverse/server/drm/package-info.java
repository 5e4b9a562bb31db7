/// The keys that media is encrypted with, who gets licences for them, and what those demand of a device: ClearKey from
/// ourselves, Widevine, PlayReady and FairPlay from the tenant's provider.
/// Front door: Drm. Owns content_key and drm_settings in the tenant's schema. Whoever asks for a licence has checked
/// the
/// viewer's session. Publishes usage.v1.
@Room(knows = {"custody", "jobs"})
@NullMarked
package io.streamverse.server.drm;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
