@NullMarked
package io.streamverse.server.clock;

import org.jspecify.annotations.NullMarked;
