/// Finds out what a source is, and refuses what cannot be played with a sentence that says what to do.
@Room(knows = {"tools", "work"})
@NullMarked
package io.streamverse.worker.analyse;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
