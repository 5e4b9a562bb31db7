package io.streamverse.server.jobs;

import static io.streamverse.server.jobs.Tasks.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.media.lease.Lease;
import io.streamverse.testkit.TestTenant;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FairShareIT {
    private static final Duration CHUNK = Duration.ofSeconds(20);
    private static final Ground GROUND = Ground.begin(Map.of("jobs.lease", "1h"));
    private final TestTenant many = GROUND.stage().tenant();
    private final TestTenant few = GROUND.stage().tenant();
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
    void oneJobBehindFiveHundredOfAnotherTenantBeginsWithTheNextFreeWorker() {
        for (int i = 0; i < 500; i++) {
            GROUND.want(many, task("chunk"));
        }
        var running = new ArrayDeque<>(List.of(worker.lease(), worker.lease(), worker.lease()));
        turn(running, 10);

        var job = GROUND.want(few, task("mine"));
        assertThat(GROUND.view(few, job).position()).isLessThanOrEqualTo(1);

        assertThat(turn(running, 2)).contains(job);
    }

    @Test
    void withOneWorkerTenantsTakeTurns() {
        for (int i = 0; i < 10; i++) {
            GROUND.want(many, task("chunk"));
        }
        turn(new ArrayDeque<>(List.of(worker.lease())), 4);
        var mine = IntStream.range(0, 4)
                .mapToObj(_ -> GROUND.want(few, task("mine")))
                .toList();

        var served = turn(new ArrayDeque<>(List.of(worker.lease())), 7);

        assertThat(served.stream().filter(mine::contains)).hasSizeBetween(3, 4);
    }

    @Test
    void whoWeighsTwiceIsServedTwice() {
        for (int i = 0; i < 30; i++) {
            GROUND.want(many, task("a"));
            GROUND.want(few, task("b"));
        }
        GROUND.stage()
                .run("UPDATE control.job_share SET weight = 2 WHERE tenant_id = '%s'"
                        .formatted(many.id().value()));
        var running = new ArrayDeque<>(List.of(worker.lease(), worker.lease(), worker.lease()));

        turn(running, 27);

        var ofTenant = new HashMap<String, Integer>();
        GROUND.stage().run("ANALYZE control.job_task");
        for (var tenant : List.of(many, few)) {
            ofTenant.put(
                    tenant.slug(),
                    Integer.parseInt(String.valueOf(GROUND.stage()
                            .ask("SELECT count(*) FROM control.job_task WHERE state = 'done' AND tenant_id = '%s'"
                                    .formatted(tenant.id().value())))));
        }
        assertThat(ofTenant.get(many.slug())).isBetween(17, 19);
        assertThat(ofTenant.get(few.slug())).isBetween(8, 10);
    }

    /// Each time the oldest of the running tasks ends and the next begins; the jobs that began.
    private List<String> turn(ArrayDeque<Lease> running, int times) {
        var begun = new ArrayList<String>();
        for (int i = 0; i < times; i++) {
            GROUND.pass(CHUNK.dividedBy(running.size()));
            assertThat(worker.complete(running.removeFirst()).status()).isEqualTo(204);
            var next = worker.lease();
            begun.add(next.job());
            running.addLast(next);
        }
        return begun;
    }
}
