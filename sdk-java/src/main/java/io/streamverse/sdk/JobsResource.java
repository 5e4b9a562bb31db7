package io.streamverse.sdk;

import io.streamverse.sdk.model.Job;
import java.time.Duration;
import java.util.function.Consumer;

/** Work on assets: how far it is, and why it waits. */
public final class JobsResource {
    private final Transport transport;

    JobsResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Reads how far a job is.
     *
     * @param id the job's id, such as {@code job_…}; assets name theirs
     * @return the job
     * @throws NotFoundException if there is no such job
     */
    public Job get(String id) {
        return get(id, RequestOptions.none());
    }

    /**
     * Reads how far a job is.
     *
     * @param id the job's id, such as {@code job_…}; assets name theirs
     * @param options what this call does otherwise than the client
     * @return the job
     * @throws NotFoundException if there is no such job
     */
    @Operation("getJob")
    public Job get(String id, RequestOptions options) {
        return transport.call(Call.get(Call.path("/v1/jobs/{}", id)), options, Job.class);
    }

    /**
     * Follows a job until it is over. A connection that breaks is made anew.
     *
     * @param id the job's id, such as {@code job_…}; assets name theirs
     * @param patience how long to follow it at most
     * @param change told each change, by a thread of the HTTP client; it must not wait
     * @return the job as it was seen last: over, unless the time was up before
     * @throws NotFoundException if there is no such job
     */
    public Job watch(String id, Duration patience, Consumer<Job> change) {
        return watch(id, patience, change, RequestOptions.none());
    }

    /**
     * Follows a job until it is over. A connection that breaks is made anew.
     *
     * @param id the job's id, such as {@code job_…}; assets name theirs
     * @param patience how long to follow it at most
     * @param change told each change, by a thread of the HTTP client; it must not wait
     * @param options what this call does otherwise than the client; its timeout is not used
     * @return the job as it was seen last: over, unless the time was up before
     * @throws NotFoundException if there is no such job
     */
    @Operation("watchJob")
    public Job watch(String id, Duration patience, Consumer<Job> change, RequestOptions options) {
        var call = Call.get(Call.path("/v1/jobs/{}/events", id));
        return new JobWatch(transport, call, options, change, patience).untilOver();
    }

    /**
     * Stops a job. What is finished of it is charged, and nothing else.
     *
     * @param id the job's id, such as {@code job_…}
     * @throws NotFoundException if there is no such job
     */
    public void cancel(String id) {
        cancel(id, RequestOptions.none());
    }

    /**
     * Stops a job. What is finished of it is charged, and nothing else.
     *
     * @param id the job's id, such as {@code job_…}
     * @param options what this call does otherwise than the client
     * @throws NotFoundException if there is no such job
     */
    @Operation("cancelJob")
    public void cancel(String id, RequestOptions options) {
        transport.callWithoutAnswer(Call.delete(Call.path("/v1/jobs/{}", id)), options);
    }
}
