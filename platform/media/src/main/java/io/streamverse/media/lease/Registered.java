package io.streamverse.media.lease;

/// A heartbeat each `heartbeatMs` keeps a lease.
public record Registered(String workerId, long heartbeatMs) {}
