/// Who gets licences for encrypted media, and what those demand of a device: ClearKey from ourselves, Widevine,
/// PlayReady and FairPlay from the tenant's provider.
/// Front door: Drm. Owns drm_settings in the tenant's schema. Whoever asks for a licence has checked the viewer's
/// session. Publishes usage.v1.
@Room(knows = {"custody", "keyring", "providers"})
@NullMarked
package io.streamverse.server.drm;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
