/// What runs a task, and what a task may do with the world outside.
@Room
@NullMarked
package io.streamverse.worker.work;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
