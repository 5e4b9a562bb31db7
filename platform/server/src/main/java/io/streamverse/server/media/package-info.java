/// Assets: what a tenant brought to be played, in versions, with the bytes each holds and the jobs that work on it.
/// Front door: Media. Owns asset, its versions, objects and jobs in the tenant's schema; how bytes arrive is the
/// uploads' affair, who works on them the jobs'.
/// Publishes media.v1 and usage.v1, listens to jobs.v1.
@Room(knows = {"gateway", "jobs", "keyring", "ladders", "limits", "weights"})
@NullMarked
package io.streamverse.server.media;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
