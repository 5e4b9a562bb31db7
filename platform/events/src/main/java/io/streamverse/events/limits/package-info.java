@NullMarked
package io.streamverse.events.limits;

import org.jspecify.annotations.NullMarked;
