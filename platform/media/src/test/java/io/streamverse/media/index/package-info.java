@NullMarked
package io.streamverse.media.index;

import org.jspecify.annotations.NullMarked;
