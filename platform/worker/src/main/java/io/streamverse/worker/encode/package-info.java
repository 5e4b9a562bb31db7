/// Cuts sources into pieces, and encodes picture and sound.
/// Front door: Encoders, which knows what this machine can encode with. Owns how each codec is encoded
/// (`encoders.txt`); what is encoded at which size and rate is the plan's.
@Room(knows = {"leases", "tools", "work"})
@NullMarked
package io.streamverse.worker.encode;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
