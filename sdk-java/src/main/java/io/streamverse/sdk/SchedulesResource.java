package io.streamverse.sdk;

import io.streamverse.sdk.model.App;
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
     * @param app the program whose jobs they are
     * @return all of them, as one page
     */
    public Page<Schedule> list(App app) {
        return list(app, RequestOptions.none());
    }

    /**
     * Lists the jobs with their last and next runs.
     *
     * @param app the program whose jobs they are
     * @param options what this call does otherwise than the client
     * @return all of them, as one page
     */
    @Operation("listSchedules")
    public Page<Schedule> list(App app, RequestOptions options) {
        return transport.page(
                "/operator/v1/schedules", ListParams.all().filter("app", app.value()), options, Schedule.class);
    }

    /**
     * Runs a job now, besides its schedule. Returns when the run is accepted, not when it is done.
     *
     * @param app the program whose job it is
     * @param name the job
     * @return the run
     * @throws NotFoundException if there is no such job
     */
    public ScheduleRun run(App app, String name) {
        return run(app, name, RequestOptions.none());
    }

    /**
     * Runs a job now, besides its schedule. Returns when the run is accepted, not when it is done.
     *
     * @param app the program whose job it is
     * @param name the job
     * @param options what this call does otherwise than the client
     * @return the run
     * @throws NotFoundException if there is no such job
     */
    @Operation("runSchedule")
    public ScheduleRun run(App app, String name, RequestOptions options) {
        return transport.call(
                Call.postTo(Call.path("/operator/v1/schedules/{}/runs", name), app), options, ScheduleRun.class);
    }
}
