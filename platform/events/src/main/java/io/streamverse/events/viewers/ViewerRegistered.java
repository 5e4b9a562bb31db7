package io.streamverse.events.viewers;

import java.time.Instant;

/// `origin` is account, or tenant for one that the tenant logs in itself.
public record ViewerRegistered(String viewerId, String origin, Instant at) implements ViewerEvent {}
