/// FFmpeg, ffprobe and Shaka Packager: brought along, unpacked once, and run as processes that cannot run away.
/// Front door: Tools. Owns the folder that they are unpacked into.
@Room(knows = "work")
@NullMarked
package io.streamverse.worker.tools;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
