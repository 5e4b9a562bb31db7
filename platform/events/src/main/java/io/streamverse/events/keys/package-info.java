@NullMarked
package io.streamverse.events.keys;

import org.jspecify.annotations.NullMarked;
