package io.streamverse.server.jobs;

import static io.streamverse.server.jobs.Tasks.chunk;
import static io.streamverse.server.jobs.Tasks.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.events.jobs.JobFellBack;
import io.streamverse.events.jobs.TaskResult;
import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.work.Work;
import io.streamverse.media.work.WorkJson;
import io.streamverse.server.jobs.JobView.TaskState;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class FallbackIT {
    private static final Ground GROUND = Ground.begin(Map.of("jobs.lease", "1h"));
    private final TestTenant tenant = GROUND.stage().tenant();

    @AfterAll
    static void end() {
        GROUND.stage().close();
    }

    @Test
    void aRungBeginsAnewOnTheCpuWhereTheGpuCannot() {
        var gpu = worker(Accelerator.GPU);
        var cpu = worker(Accelerator.CPU);
        var job = GROUND.want(
                tenant,
                chunk("1", "h264", Accelerator.GPU),
                chunk("2", "h264", Accelerator.GPU),
                chunk("3", "h264", Accelerator.GPU),
                chunk("other", "av1", Accelerator.GPU),
                task("after-one", "1"));
        assertThat(cpu.ask()).isEmpty();
        gpu.complete(gpu.lease());
        assertThat(gpu.work()).isEqualTo("2");
        var fenced = gpu.lease();
        var other = gpu.lease();
        assertThat(GROUND.worker("Analyse").work()).isEqualTo("after-one");

        gpu.complete(other);
        gpu.fail(fenced, "media.encoder.unavailable", "no session", 3);

        var fellBack = GROUND.event("JobFellBack", job, JobFellBack.class);
        assertThat(fellBack.group()).isEqualTo("h264");
        assertThat(fellBack.accelerator()).isEqualTo("cpu");
        assertThat(GROUND.view(tenant, job).tasks())
                .extracting(JobView.TaskView::state)
                .containsExactly(TaskState.READY, TaskState.READY, TaskState.READY, TaskState.DONE, TaskState.WAITING);
        var lease = cpu.lease();
        assertThat(WorkJson.read(lease.work(), Work.EncodeVideo.class).accelerator())
                .isEqualTo(Accelerator.CPU);
        cpu.complete(lease);
        cpu.work();
        cpu.work();
        GROUND.worker("Analyse").work();
        assertThat(GROUND.ended(job).results())
                .extracting(TaskResult::accelerator)
                .containsExactly("cpu", "cpu", "cpu", "gpu", null);
        assertThat(GROUND.ended(job).attempts()).hasSize(9);
    }

    @Test
    void whatRunsWhenItsRungFallsBackDoesNotCount() {
        var gpu = worker(Accelerator.GPU);
        var job = GROUND.want(tenant, chunk("1", "h264", Accelerator.GPU), chunk("2", "h264", Accelerator.GPU));
        var one = gpu.lease();
        var two = gpu.lease();

        gpu.fail(one, "media.encoder.unavailable", "", 0);

        assertThat(gpu.beat(two, 0.9, 0).status()).isEqualTo(409);
        assertThat(gpu.complete(two).status()).isEqualTo(409);
        assertThat(GROUND.events("JobFellBack", job)).isEqualTo(1);
        GROUND.unwant(tenant, job);
    }

    @Test
    void theCpuDoesWhatNoGpuComesFor() {
        var job = GROUND.want(tenant, chunk("1", "h264", Accelerator.GPU), task("x"));
        var watch = GROUND.bean(Watch.class);
        watch.run(Instant.EPOCH);
        assertThat(GROUND.events("JobFellBack", job)).isZero();

        GROUND.pass(Duration.ofMinutes(3));
        watch.run(Instant.EPOCH);

        assertThat(GROUND.events("JobFellBack", job)).isEqualTo(1);
        assertThat(worker(Accelerator.CPU).work()).isEqualTo("1");
        GROUND.unwant(tenant, job);
    }

    private Worker worker(Accelerator accelerator) {
        return Worker.register(
                GROUND.stage().server().getURI(), Stage.WORKER_KEY, accelerator.label(), Tasks.encodingOn(accelerator));
    }
}
