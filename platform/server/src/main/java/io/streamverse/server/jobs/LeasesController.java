package io.streamverse.server.jobs;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.media.lease.Completion;
import io.streamverse.media.lease.Failure;
import io.streamverse.media.lease.GivenBack;
import io.streamverse.media.lease.Heartbeat;
import io.streamverse.media.lease.Held;
import io.streamverse.media.lease.KeyWanted;
import io.streamverse.media.work.ContentKey;
import io.swagger.v3.oas.annotations.Hidden;

@Controller("/internal/jobs/leases/{lease}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
class LeasesController {
    private final Attempts attempts;
    private final Workers workers;
    private final Keyring keyring;

    LeasesController(Attempts attempts, Workers workers, Keyring keyring) {
        this.attempts = attempts;
        this.workers = workers;
        this.keyring = keyring;
    }

    @Post("/heartbeat")
    Held beat(String lease, @Body String body) {
        workers.seenWith(lease);
        return attempts.beat(lease, Told.read(body, Heartbeat.class));
    }

    @Post("/completion")
    @Status(HttpStatus.NO_CONTENT)
    void complete(String lease, @Body String body) {
        attempts.complete(lease, Told.read(body, Completion.class));
    }

    @Post("/failure")
    @Status(HttpStatus.NO_CONTENT)
    void fail(String lease, @Body String body) {
        attempts.fail(lease, Told.read(body, Failure.class));
    }

    @Post("/return")
    @Status(HttpStatus.NO_CONTENT)
    void giveBack(String lease, @Body String body) {
        attempts.giveBack(lease, Told.read(body, GivenBack.class));
    }

    @Post("/keys")
    ContentKey key(String lease, @Body String body) {
        return keyring.find(lease, Told.read(body, KeyWanted.class));
    }
}
