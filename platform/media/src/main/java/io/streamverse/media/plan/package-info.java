/// What an encode will make of one source: tracks with exact sizes, and the chunks they are made in.
@NullMarked
package io.streamverse.media.plan;

import org.jspecify.annotations.NullMarked;
