package io.streamverse.kernel.security;

/// What waits for what: each lane has its own limits of rate, so an import never slows viewers down.
public enum Lane {
    /// What viewers' apps call, and what a tenant's own servers call for a viewer who waits.
    PLAYBACK,
    /// What people and programs ask now and then: all that names no other lane.
    CONSOLE,
    INGEST,
    /// Large answers that nobody waits for.
    BULK
}
