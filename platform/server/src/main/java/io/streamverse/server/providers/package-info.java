/// Services of others that issue Widevine, PlayReady and FairPlay licences, and how each is spoken to.
/// Front door: Providers. Owns nothing: which provider a tenant has, and its secret, is kept by room drm.
@Room(knows = "keyring")
@NullMarked
package io.streamverse.server.providers;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
