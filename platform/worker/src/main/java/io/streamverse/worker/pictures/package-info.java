/// Still pictures of a film: the storyboard that players show while one seeks, and candidates for its poster.
/// No front door: the runner is found by its kind of work.
@Room(knows = {"encode", "tools", "work"})
@NullMarked
package io.streamverse.worker.pictures;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
