/// What runs a task, and what a task may do with the world outside.
@NullMarked
package io.streamverse.worker.work;

import org.jspecify.annotations.NullMarked;
