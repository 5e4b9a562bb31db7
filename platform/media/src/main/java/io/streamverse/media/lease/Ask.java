package io.streamverse.media.lease;

/// For a task, waiting up to so long for one.
public record Ask(String workerId, long waitMs) {}
