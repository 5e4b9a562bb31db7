/// A clock that tests set.
@NullMarked
package io.streamverse.server.time;

import org.jspecify.annotations.NullMarked;
