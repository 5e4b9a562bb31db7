package io.streamverse.events.jobs;

/// A worker has begun with its first task.
public record JobStarted(String jobId, String assetId, int version) implements JobEvent {}
