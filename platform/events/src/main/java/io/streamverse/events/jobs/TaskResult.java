package io.streamverse.events.jobs;

import org.jspecify.annotations.Nullable;

/// `done` is the worker's, in JSON; `accelerator` what it was made on.
public record TaskResult(String task, @Nullable String accelerator, String done) {}
