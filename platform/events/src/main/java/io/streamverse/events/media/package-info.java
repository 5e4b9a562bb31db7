@NullMarked
package io.streamverse.events.media;

import org.jspecify.annotations.NullMarked;
