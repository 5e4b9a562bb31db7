package io.streamverse.events.jobs;

/// How long a device was busy with one try, finished or not.
public record TaskAttempt(String task, int attempt, String accelerator, long deviceMs) {}
