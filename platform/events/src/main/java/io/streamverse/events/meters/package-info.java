@NullMarked
package io.streamverse.events.meters;

import org.jspecify.annotations.NullMarked;
