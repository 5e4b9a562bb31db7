@NullMarked
package io.streamverse.events.viewers;

import org.jspecify.annotations.NullMarked;
