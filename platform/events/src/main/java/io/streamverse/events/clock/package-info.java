@NullMarked
package io.streamverse.events.clock;

import org.jspecify.annotations.NullMarked;
