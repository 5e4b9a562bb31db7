package io.streamverse.events.jobs;

import io.streamverse.events.Event;
import io.streamverse.events.Topic;

@Topic("jobs.v1")
public sealed interface JobEvent extends Event permits JobStarted, JobEnded, JobFellBack {
    String jobId();

    String assetId();

    int version();

    @Override
    default String aggregateId() {
        return assetId();
    }
}
