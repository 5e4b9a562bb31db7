/// What a file turns out to be.
@NullMarked
package io.streamverse.media.source;

import org.jspecify.annotations.NullMarked;
