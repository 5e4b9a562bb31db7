package io.streamverse.server.media;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.streamverse.kernel.security.RequiredScope;
import io.streamverse.kernel.security.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

@Controller("/v1/jobs")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Jobs")
class JobsController {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    /// In seconds: what stands between us and the client takes a silent connection for a dead one.
    private static final int REPEATED = 15;

    private final AssetJobs jobs;
    private final ExecutorService threads;

    JobsController(AssetJobs jobs, @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this.jobs = jobs;
        this.threads = threads;
    }

    @Get("/{id}")
    @RequiredScope(Scope.MEDIA_READ)
    @Operation(operationId = "getJob", summary = "How far a job is, and why it waits")
    JobResponse get(String id) {
        return jobs.get(id);
    }

    @Get("/{id}/events")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @RequiredScope(Scope.MEDIA_READ)
    @Operation(
            operationId = "watchJob",
            summary = "A job as server-sent events",
            description = "As it is now, then whenever it has changed, and every quarter of a minute in any case; until"
                    + " it is over or an hour has passed.")
    @ApiResponse(
            responseCode = "200",
            description = "Each event's data is the job",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM,
                            schema = @Schema(implementation = JobResponse.class)))
    Publisher<Event<JobResponse>> watch(String id) {
        var context = PropagatedContext.get();
        var first = jobs.get(id);
        return Flux.interval(EVERY)
                .onBackpressureDrop()
                .publishOn(Schedulers.fromExecutorService(threads))
                .map(second -> context.propagate(() -> new Look(second / REPEATED, jobs.get(id))))
                .startWith(new Look(0, first))
                .take(LONGEST)
                .distinctUntilChanged()
                .takeUntil(it -> it.job().isOver())
                .map(it -> Event.of(it.job()));
    }

    private record Look(long turn, JobResponse job) {}

    @Delete("/{id}")
    @Status(HttpStatus.ACCEPTED)
    @RequiredScope(Scope.MEDIA_WRITE)
    @Operation(
            operationId = "cancelJob",
            summary = "Stop a job",
            description = "What is finished of it is charged, and nothing else.")
    void cancel(String id) {
        jobs.cancel(id);
    }
}
