package io.streamverse.server.media;

import io.streamverse.events.jobs.JobEnded;
import io.streamverse.events.jobs.JobEvent;
import io.streamverse.events.jobs.JobFellBack;
import io.streamverse.events.jobs.JobStarted;
import io.streamverse.kernel.messaging.EventConsumer;
import jakarta.inject.Singleton;

@Singleton
class JobsListener implements EventConsumer<JobEvent> {
    private final Outcomes outcomes;

    JobsListener(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public String name() {
        return "server.media";
    }

    @Override
    public Class<JobEvent> events() {
        return JobEvent.class;
    }

    @Override
    public void on(JobEvent event) {
        switch (event) {
            case JobEnded it -> outcomes.ended(it);
            case JobStarted _, JobFellBack _ -> {}
        }
    }
}
