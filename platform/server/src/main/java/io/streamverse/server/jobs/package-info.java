/// Work for the media workers: tasks that wait for one another, leased in turns that are fair to all tenants, begun
/// again where a worker is lost. Knows of assets no more than their ids; what a task is, only workers know.
/// Front door: Jobs. Owns control.job and its tasks, attempts, shares and workers; serves `/internal/jobs` to workers.
/// Publishes jobs.v1, listens to media.v1 and tenants.v1.
@Room
@NullMarked
package io.streamverse.server.jobs;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
