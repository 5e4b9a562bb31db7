package io.streamverse.server.jobs;

import static io.streamverse.server.jobs.Tasks.task;

import io.streamverse.events.media.WantedTask;
import io.streamverse.events.media.WorkWanted;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Rounds;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Leases over HTTP, with ten thousand tasks waiting all the while: how many in a second, and how long one takes.
@Tag("bench")
class LeaseRateIT {
    private static final int TENANTS = 200;
    private static final int TASKS = 50;
    private static final int WORKERS = 4;
    private static final int LEASES = 500;
    private static final int ROUNDS = 5;
    private static final Ground GROUND = Ground.begin(Map.of("jobs.lease", "1h"));

    @AfterAll
    static void end() {
        GROUND.stage().close();
    }

    @Test
    void tenThousandWaitingTasksDoNotSlowALease() throws Exception {
        var ids = new Ids(InstantSource.system());
        var intake = GROUND.bean(Intake.class);
        var spaces = IntStream.range(0, TENANTS)
                .mapToObj(_ -> TenantSpace.live(new TenantId(ids.next(TenantId.PREFIX))))
                .toList();
        spaces.forEach(it -> intake.take(it, wanted()));
        round();
        var rounds = new Rounds();
        for (int i = 0; i < ROUNDS; i++) {
            spaces.subList(0, TENANTS / 4).forEach(it -> intake.take(it, wanted()));
            rounds.add(round());
        }

        Measurement.report(
                Measurement.atLeast("leases-per-second", rounds.median("leases per second"), "1/s", 100, rounds),
                Measurement.atMost("lease-p99", rounds.median("p99 ms"), "ms", 50, rounds));
    }

    private static WorkWanted wanted() {
        var tasks = IntStream.range(0, TASKS).mapToObj(it -> task("t" + it)).toArray(WantedTask[]::new);
        return new WorkWanted("ast_1", 1, Ground.newJob(), "encode", 0, List.of(tasks));
    }

    private static Map<String, Double> round() throws Exception {
        var taken = new ConcurrentLinkedQueue<Long>();
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = IntStream.range(0, WORKERS)
                    .<Callable<Integer>>mapToObj(it -> () -> work(taken))
                    .toList();
            for (var one : threads.invokeAll(working)) {
                one.get();
            }
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        var sorted = taken.stream().mapToDouble(it -> it / 1e6).sorted().toArray();
        var round = new LinkedHashMap<String, Double>();
        round.put("leases per second", sorted.length / seconds);
        round.put("median ms", sorted[sorted.length / 2]);
        round.put("p99 ms", sorted[sorted.length * 99 / 100]);
        round.put("mean ms", Arrays.stream(sorted).average().orElseThrow());
        return round;
    }

    /// Takes tasks and completes them, as workers with nothing to do would.
    private static int work(ConcurrentLinkedQueue<Long> taken) {
        var worker = GROUND.worker();
        for (int i = 0; i < LEASES; i++) {
            var began = System.nanoTime();
            var lease = worker.lease();
            taken.add(System.nanoTime() - began);
            worker.complete(lease);
        }
        return LEASES;
    }
}
