/// Jobs by the clock, and words between servers.
@NullMarked
package io.streamverse.server.schedule;

import org.jspecify.annotations.NullMarked;
