package io.streamverse.sdk;

import io.streamverse.sdk.model.Schedule;
import io.streamverse.sdk.model.ScheduleRun;

/** The platform's recurring jobs. */
public final class SchedulesResource {
    private final Transport transport;

    SchedulesResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists the jobs with their last and next runs.
     *
     * @param params which part of the list
     * @return the first page
     */
    public Page<Schedule> list(ListParams params) {
        return list(params, RequestOptions.none());
    }

    /**
     * Lists the jobs with their last and next runs.
     *
     * @param params which part of the list
     * @param options what this call does otherwise than the client
     * @return the first page
     */
    @Operation("listSchedules")
    public Page<Schedule> list(ListParams params, RequestOptions options) {
        return transport.page("/operator/v1/schedules", params, options, Schedule.class);
    }

    /**
     * Runs a job now, besides its schedule. Returns when the run is accepted, not when it is done.
     *
     * @param name the job
     * @return the run
     * @throws NotFoundException if there is no such job
     * @throws ConflictException if the job is running
     */
    public ScheduleRun run(String name) {
        return run(name, RequestOptions.none());
    }

    /**
     * Runs a job now, besides its schedule. Returns when the run is accepted, not when it is done.
     *
     * @param name the job
     * @param options what this call does otherwise than the client
     * @return the run
     * @throws NotFoundException if there is no such job
     * @throws ConflictException if the job is running
     */
    @Operation("runSchedule")
    public ScheduleRun run(String name, RequestOptions options) {
        return transport.call(
                Call.post(Call.path("/operator/v1/schedules/{}/runs", name), null), options, ScheduleRun.class);
    }
}
