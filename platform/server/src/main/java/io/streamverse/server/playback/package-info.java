/// May this viewer watch this title now? Decides, keeps the sessions, renews and ends them.
/// Front door: Watched, how far profiles got; all else viewer apps and staff call over HTTP. Owns playback_session and
/// playback_position in the tenant's schema.
@Room(
        knows = {
            "access",
            "beacons",
            "catalog",
            "clock",
            "delivery",
            "drm",
            "keyring",
            "limits",
            "manifests",
            "media",
            "providers",
            "tenants",
            "viewers"
        })
@NullMarked
package io.streamverse.server.playback;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
