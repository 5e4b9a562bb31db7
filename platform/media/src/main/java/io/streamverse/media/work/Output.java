package io.streamverse.media.work;

/// A file that a task left in the object store, under the name the task gave it.
public record Output(String name, String key, long bytes) {}
