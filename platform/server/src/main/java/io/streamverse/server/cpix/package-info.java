/// Keys to and from packagers of others: CPIX 2.3 documents, and SPEKE 2.0 as AWS defined it over them.
/// No front door: packagers and tenants call it over HTTP. Owns nothing; the keys are room keyring's.
@Room(knows = {"drm", "keyring", "media"})
@NullMarked
package io.streamverse.server.cpix;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
