/// What is wanted of an encode: renditions by codec, size and rate.
@NullMarked
package io.streamverse.media.ladder;

import org.jspecify.annotations.NullMarked;
