/// Makes of a track's chunks one CMAF file that can be played by byte ranges, encrypted where that is wanted, and the
/// track's part of the segment index.
/// No front door: the runner is found by its kind of work.
@Room(knows = {"encode", "tools", "work"})
@NullMarked
package io.streamverse.worker.packaging;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
