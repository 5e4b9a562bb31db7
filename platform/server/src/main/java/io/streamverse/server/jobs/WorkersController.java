package io.streamverse.server.jobs;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.media.lease.Ask;
import io.streamverse.media.lease.Lease;
import io.streamverse.media.lease.Registered;
import io.streamverse.media.lease.Registration;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;

@Controller("/internal/jobs")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
class WorkersController {
    private final Workers workers;
    private final Leasing leasing;
    private final JobsConfig config;

    WorkersController(Workers workers, Leasing leasing, JobsConfig config) {
        this.workers = workers;
        this.leasing = leasing;
        this.config = config;
    }

    @Post("/workers")
    Registered register(@Body String body) {
        return workers.register(Told.read(body, Registration.class));
    }

    @Post("/leases")
    HttpResponse<Lease> lease(@Body String body) throws InterruptedException {
        var ask = Told.read(body, Ask.class);
        var patience = Duration.ofMillis(
                Math.clamp(ask.waitMs(), 0, config.longestPoll().toMillis()));
        return leasing.next(workers.present(ask.workerId()), patience)
                .map(HttpResponse::ok)
                .orElseGet(HttpResponse::noContent);
    }
}
