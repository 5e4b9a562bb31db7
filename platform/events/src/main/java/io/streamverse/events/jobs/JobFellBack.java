package io.streamverse.events.jobs;

/// No device of the kind wanted could make these tasks; they begin anew on the other kind.
public record JobFellBack(String jobId, String assetId, int version, String group, String accelerator, String why)
        implements JobEvent {}
