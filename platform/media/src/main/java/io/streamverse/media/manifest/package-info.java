/// What players read first, HLS and DASH, as text made of the segment index and nothing else. All addresses inside are
/// relative to the manifest: it names no host, no tenant and no token.
@NullMarked
package io.streamverse.media.manifest;

import org.jspecify.annotations.NullMarked;
