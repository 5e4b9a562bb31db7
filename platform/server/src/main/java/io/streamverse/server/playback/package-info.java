/// May this viewer watch this title now? Decides, keeps the sessions, renews and ends them.
/// No front door: viewer apps and staff call it over HTTP. Owns playback_session in the tenant's schema.
@Room(
        knows = {
            "access",
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
