/// Work by the clock: one leader per job over many servers, missed runs caught up.
@NullMarked
package io.streamverse.kernel.schedule;

import org.jspecify.annotations.NullMarked;
