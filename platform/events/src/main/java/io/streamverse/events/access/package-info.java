@NullMarked
package io.streamverse.events.access;

import org.jspecify.annotations.NullMarked;
