/// What players read first: HLS and DASH over the segment index, cut to what a viewer may see.
/// Front door: Manifests. The text itself is written by io.streamverse.media.manifest.
@Room(knows = {"delivery", "media"})
@NullMarked
package io.streamverse.server.manifests;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
