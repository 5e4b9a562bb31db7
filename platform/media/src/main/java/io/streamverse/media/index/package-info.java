/// Where every segment of every track lies, how long it is, and how much of it shows its first picture: all that
/// manifests, clips, spliced channels and byte ranges are made of. `SegmentIndex` is the whole, `IndexFile` alone
/// knows how it is written (docs/segment-index.md), `CmafFile` reads one track's part out of a packaged file.
@NullMarked
package io.streamverse.media.index;

import org.jspecify.annotations.NullMarked;
