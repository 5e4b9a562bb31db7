/// What players must be told about encrypted tracks: `pssh` boxes and key addresses, made of key id and scheme alone.
@NullMarked
package io.streamverse.media.protection;

import org.jspecify.annotations.NullMarked;
