/// Work from the server, and results back: registers this worker, keeps as many tasks as it has slots, moves their
/// files.
/// Front door: Leases. What a task is, runners know: beans of `Runner`, one per kind of work.
@Room(knows = "work")
@NullMarked
package io.streamverse.worker.leases;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
