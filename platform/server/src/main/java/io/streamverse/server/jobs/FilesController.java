package io.streamverse.server.jobs;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.media.lease.Addresses;
import io.streamverse.media.lease.NewOutput;
import io.streamverse.media.lease.OutputParts;
import io.streamverse.media.lease.OutputPlace;
import io.streamverse.media.lease.Reading;
import io.streamverse.media.work.Output;
import io.swagger.v3.oas.annotations.Hidden;

@Controller("/internal/jobs/leases/{lease}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(bean = ObjectStore.class)
@Hidden
class FilesController {
    private final Files files;

    FilesController(Files files) {
        this.files = files;
    }

    @Post("/reads")
    Addresses read(String lease, @Body String body) {
        return files.read(lease, Told.read(body, Reading.class));
    }

    @Post("/outputs")
    OutputPlace begin(String lease, @Body String body) {
        return files.begin(lease, Told.read(body, NewOutput.class));
    }

    @Post("/outputs/{upload}")
    Output complete(String lease, String upload, @Body String body) {
        return files.complete(lease, upload, Told.read(body, OutputParts.class));
    }
}
