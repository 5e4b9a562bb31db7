package io.streamverse.server.jobs;

import static io.streamverse.server.jobs.Tasks.task;
import static io.streamverse.server.jobs.Tasks.weighing;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.events.jobs.TaskAttempt;
import io.streamverse.events.jobs.TaskResult;
import io.streamverse.events.media.WorkWanted;
import io.streamverse.media.lease.Lease;
import io.streamverse.server.jobs.JobView.State;
import io.streamverse.server.jobs.JobView.Wait;
import io.streamverse.server.time.TestClock;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.TestTenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeasesIT {
    private static final Ground GROUND = Ground.begin(Map.of("jobs.lease", "60s"));
    private final TestTenant tenant = GROUND.stage().tenant();
    private final Worker worker = GROUND.worker();

    @AfterEach
    void clear() {
        GROUND.clear();
    }

    @AfterAll
    static void end() {
        GROUND.stage().close();
    }

    @Test
    void aTaskBeginsWhenAllItNeedsIsDone() {
        var job = GROUND.want(
                tenant, task("split"), task("one", "split"), task("two", "split"), task("all", "one", "two"));

        assertThat(List.of(worker.work(), worker.work(), worker.work(), worker.work()))
                .containsExactly("split", "one", "two", "all");

        assertThat(worker.ask()).isEmpty();
        assertThat(GROUND.view(tenant, job).state()).isEqualTo(State.DONE);
        assertThat(GROUND.ended(job).outcome()).isEqualTo("done");
        assertThat(GROUND.ended(job).results())
                .extracting(TaskResult::task)
                .containsExactly("split", "one", "two", "all");
        assertThat(GROUND.events("JobStarted", job)).isEqualTo(1);
    }

    @Test
    void aTaskGetsWhatItWaitedFor() {
        GROUND.want(tenant, task("split"), task("pack", "split"));
        worker.work();

        var lease = worker.lease();

        assertThat(lease.inputs()).containsExactly(Map.entry("split", Tasks.nothing()));
        assertThat(lease.work()).contains("Analyse");
    }

    @Test
    void workWantedTwiceIsDoneOnce() {
        var job = GROUND.want(tenant, task("a"));
        GROUND.hear(tenant, new WorkWanted("ast_1", 1, job, "encode", 0, List.of(task("b"), task("c"))));

        assertThat(worker.work()).isEqualTo("a");
        assertThat(worker.ask()).isEmpty();
    }

    @Test
    void workThatCanNeverBeginFailsAtOnce() {
        var job = GROUND.want(tenant, task("a", "b"), task("b", "a"));

        assertThat(GROUND.view(tenant, job).state()).isEqualTo(State.FAILED);
        assertThat(GROUND.ended(job).code()).isEqualTo(Intake.MALFORMED);
    }

    @Test
    void aJobWithoutTasksIsDone() {
        assertThat(GROUND.ended(GROUND.want(tenant)).outcome()).isEqualTo("done");
    }

    @Test
    void priorityGoesBeforeAge() {
        GROUND.want(tenant, 0, task("older"));
        GROUND.want(tenant, 5, task("urgent"));

        assertThat(List.of(worker.work(), worker.work())).containsExactly("urgent", "older");
    }

    @Test
    void whoWaitsIsWokenByWork() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = CompletableFuture.supplyAsync(() -> worker.ask(20_000), threads);
            Eventually.is("the worker waits", () -> GROUND.stage().ask("SELECT 1") != null && !waiting.isDone());
            var began = System.nanoTime();

            GROUND.want(tenant, task("a"));

            assertThat(waiting.get().map(Lease::task)).contains("a");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void onlyTheAttemptThatRunsIsBelieved() {
        var job = GROUND.want(tenant, task("a"));
        var lost = worker.lease();
        GROUND.pass(Duration.ofSeconds(61));
        var current = worker.lease();

        assertThat(current.attempt()).isEqualTo(lost.attempt() + 1);
        assertThat(worker.complete(lost).code()).isEqualTo("jobs.lease.ended");
        assertThat(worker.beat(lost, 0.5, 1).status()).isEqualTo(409);
        assertThat(worker.fail(lost, "x", "", 1).status()).isEqualTo(409);
        assertThat(worker.giveBack(lost, 1).status()).isEqualTo(409);
        assertThat(worker.complete(current).status()).isEqualTo(204);
        assertThat(worker.complete(current).status()).isEqualTo(204);
        assertThat(GROUND.events("JobEnded", job)).isEqualTo(1);
    }

    @Test
    void heartbeatsKeepALease() {
        GROUND.want(tenant, task("a"));
        var lease = worker.lease();
        for (int i = 0; i < 3; i++) {
            GROUND.pass(Duration.ofSeconds(40));
            assertThat(worker.beat(lease, 0.1 * i, 10).status()).isEqualTo(200);
        }

        assertThat(worker.ask()).isEmpty();
        assertThat(worker.complete(lease).status()).isEqualTo(204);
    }

    @Test
    void aLateCompletionCountsWhereNobodyElseBegan() {
        GROUND.want(tenant, task("a"));
        var lease = worker.lease();
        GROUND.pass(Duration.ofMinutes(10));

        assertThat(worker.complete(lease).status()).isEqualTo(204);
    }

    @Test
    void aTaskThatFailsThreeTimesIsSetAsideWithItsLog() {
        var job = GROUND.want(tenant, task("poison"), task("fine"), task("last", "poison", "fine"));
        worker.fail(worker.lease(), "tool.crashed", "first", 5);
        assertThat(worker.work()).isEqualTo("fine");
        assertThat(worker.ask()).isEmpty();
        assertThat(GROUND.view(tenant, job).waitsFor()).isEqualTo(Wait.RETRY);
        GROUND.pass(Duration.ofSeconds(6));
        worker.fail(worker.lease(), "tool.crashed", "second", 5);
        GROUND.pass(Duration.ofSeconds(6));
        assertThat(worker.ask()).isEmpty();
        GROUND.pass(Duration.ofSeconds(5));
        worker.fail(worker.lease(), "tool.crashed", "third", 7);

        var view = GROUND.view(tenant, job);
        assertThat(view.state()).isEqualTo(State.FAILED);
        assertThat(view.code()).isEqualTo("tool.crashed");
        assertThat(view.tasks().getFirst().log()).isEqualTo("third");
        assertThat(GROUND.ended(job).results()).extracting(TaskResult::task).containsExactly("fine");
        assertThat(GROUND.ended(job).attempts())
                .filteredOn(it -> it.task().equals("poison"))
                .extracting(TaskAttempt::deviceMs)
                .containsExactly(5L, 5L, 7L);
    }

    @Test
    void whatIsTheSourcesFaultIsNotTriedAgain() {
        var job = GROUND.want(tenant, task("a"));

        worker.failForGood(worker.lease(), "media.source.truncated");

        assertThat(GROUND.ended(job).code()).isEqualTo("media.source.truncated");
    }

    @Test
    void aTaskThatTakesItsWorkersDownIsSetAsideInTheEnd() {
        var job = GROUND.want(tenant, task("deadly"));
        for (int i = 0; i < 10; i++) {
            worker.lease();
            GROUND.pass(Duration.ofSeconds(61));
        }

        assertThat(worker.ask()).isEmpty();
        assertThat(GROUND.ended(job).code()).isEqualTo("jobs.worker.lost");
    }

    @Test
    void whatIsGivenBackGoesToAnotherAtOnceWithItsCheckpoint() {
        var job = GROUND.want(tenant, task("a"));
        var lease = worker.lease();
        worker.checkpoint(lease, "half");
        worker.giveBack(lease, 30);

        var next = worker.lease();
        worker.complete(next, Tasks.nothing(), 20);

        assertThat(next.checkpoint()).isEqualTo("half");
        assertThat(GROUND.ended(job).attempts())
                .extracting(TaskAttempt::deviceMs)
                .containsExactly(30L, 20L);
    }

    @Test
    void whatALostWorkerSaidLastIsKept() {
        var job = GROUND.want(tenant, task("a"));
        worker.beat(worker.lease(), 0.5, 1234);
        GROUND.pass(Duration.ofSeconds(61));
        worker.work();

        assertThat(GROUND.ended(job).attempts())
                .extracting(TaskAttempt::deviceMs)
                .containsExactly(1234L, 0L);
    }

    @Test
    void aCancelledJobEndsAtOnceWithWhatIsDoneAndItsWorkersHearOfIt() {
        var job = GROUND.want(tenant, task("done"), task("runs"), task("waits", "runs"));
        worker.work();
        var lease = worker.lease();
        worker.beat(lease, 0.5, 50);

        GROUND.unwant(tenant, job);

        var ended = GROUND.ended(job);
        assertThat(ended.outcome()).isEqualTo("cancelled");
        assertThat(ended.results()).extracting(TaskResult::task).containsExactly("done");
        assertThat(ended.attempts()).extracting(TaskAttempt::deviceMs).containsExactly(0L, 50L);
        assertThat(worker.beat(lease, 0.6, 60).at("/cancelled")).isEqualTo("true");
        assertThat(worker.complete(lease).status()).isEqualTo(409);
        assertThat(worker.ask()).isEmpty();
        GROUND.unwant(tenant, job);
        assertThat(GROUND.events("JobEnded", job)).isEqualTo(1);
    }

    @Test
    void aWorkerIsAskedOnlyForWhatItCan() {
        GROUND.want(tenant, task("a"));

        assertThat(GROUND.worker("Split").ask()).isEmpty();
        assertThat(GROUND.worker("Split", "Analyse").ask().map(Lease::task)).contains("a");
    }

    @Test
    void aSuspendedTenantWaits() {
        GROUND.stage()
                .operator()
                .post(
                        "/operator/v1/tenants/" + tenant.id().value() + "/suspension",
                        Map.of("level", "restricted", "reason", "unpaid"));
        Eventually.is(
                "jobs has heard of it",
                () -> GROUND.stage()
                                .ask("SELECT stopped_from FROM control.job_share WHERE tenant_id = '%s'"
                                        .formatted(tenant.id().value()))
                        != null);
        var job = GROUND.want(tenant, task("a"));
        assertThat(worker.ask()).isEmpty();
        assertThat(GROUND.view(tenant, job).waitsFor()).isEqualTo(Wait.RESTRICTED);

        GROUND.stage().operator().delete("/operator/v1/tenants/" + tenant.id().value() + "/suspension");

        assertThat(worker.ask(20_000).map(Lease::task)).contains("a");
    }

    @Test
    void progressIsWeighed() {
        var job = GROUND.want(tenant, weighing(3, "long"), weighing(1, "short"));
        var lease = worker.lease();
        assertThat(lease.task()).isEqualTo("long");
        worker.beat(lease, 0.5, 1);

        assertThat(GROUND.view(tenant, job).progress()).isEqualTo(0.375);
        assertThat(GROUND.view(tenant, job).state()).isEqualTo(State.RUNNING);
    }

    @Test
    void aJobSaysWhyItWaitsAndWhere() {
        var other = GROUND.stage().tenant();
        var first = GROUND.want(tenant, task("a"), task("b"));
        GROUND.want(other, task("x"));
        var last = GROUND.want(tenant, task("c"));
        assertThat(GROUND.view(tenant, last).position()).isEqualTo(3);
        assertThat(GROUND.view(tenant, last).waitsFor()).isEqualTo(Wait.BUSY);
        worker.lease();
        assertThat(GROUND.view(tenant, last).waitsFor()).isEqualTo(Wait.SHARE);
        assertThat(GROUND.view(tenant, first).waitsFor()).isNull();
        assertThat(GROUND.jobs().find(other.liveSpace(), first)).isEmpty();

        GROUND.pass(Duration.ofMinutes(3));

        assertThat(GROUND.view(tenant, last).waitsFor()).isEqualTo(Wait.NO_WORKER);
    }

    @Test
    void strangersAreRefused() {
        var stranger = new Api(GROUND.stage().server().getURI(), "worker-key-of-somebody-else-0123456789");

        assertThat(stranger.post("/internal/jobs/workers", "{}").status()).isEqualTo(401);
        assertThat(stranger.post(Worker.LEASES, "{}").code()).isEqualTo("jobs.worker-key.refused");
        assertThat(new Api(GROUND.stage().server().getURI(), tenant.liveKey())
                        .post(Worker.LEASES, "{}")
                        .status())
                .isEqualTo(401);
        assertThat(worker.api()
                        .post(Worker.LEASES + "/lse_none/heartbeat", "{\"attempt\":1,\"progress\":0,\"deviceMs\":{}}")
                        .status())
                .isEqualTo(404);
        assertThat(worker.api().post(Worker.LEASES, "{").status()).isEqualTo(400);
    }

    @Test
    void theOperatorSeesWorkers() {
        GROUND.want(tenant, task("a"));
        var lease = worker.lease();
        worker.beat(lease, 0.25, 1);

        var answer = GROUND.stage().operator().get("/operator/v1/workers");

        assertThat(answer.at("/data/0/id")).isEqualTo(worker.id());
        assertThat(answer.at("/data/0/state")).isEqualTo("working");
        assertThat(answer.at("/data/0/tasks/0/task")).isEqualTo("a");
        assertThat(answer.at("/data/0/tasks/0/progress")).isEqualTo("0.25");
        assertThat(answer.at("/data/0/kinds/0")).isEqualTo("Analyse");
        assertThat(tenant.live().get("/operator/v1/workers").status()).isEqualTo(403);
    }

    @Test
    void anotherServerGoesOnAfterARestart() {
        GROUND.want(tenant, task("a"), task("b"));
        var lease = worker.lease();
        var other = GROUND.stage().anotherServer(Map.of("test.clock", true));
        other.getApplicationContext()
                .getBean(TestClock.class)
                .pass(GROUND.clock().ahead());
        var same = new Worker(new Api(other.getURI(), worker.api().key()), worker.id());

        assertThat(same.beat(lease, 0.5, 1).status()).isEqualTo(200);
        assertThat(same.complete(lease).status()).isEqualTo(204);
        assertThat(Optional.of(same.lease().task())).contains("b");
        other.getApplicationContext().close();
    }
}
