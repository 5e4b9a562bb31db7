@NullMarked
package io.streamverse.engines;

import org.jspecify.annotations.NullMarked;
