package io.streamverse.server.jobs;

import static io.streamverse.server.jobs.Tasks.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.events.media.WantedTask;
import io.streamverse.media.lease.Lease;
import io.streamverse.testkit.TestTenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random histories against a model that knows only: which attempt of a task is the one that counts.
class LeaseHistoriesIT {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Ground GROUND =
            Ground.begin(Map.of("jobs.lease", "60s", "jobs.attempts", 100, "jobs.losses", 100));
    private final List<TestTenant> tenants =
            List.of(GROUND.stage().tenant(), GROUND.stage().tenant());
    private final List<Worker> workers = List.of(GROUND.worker(), GROUND.worker());
    private final Map<String, Lease> current = new HashMap<>();
    private final List<Lease> all = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    /// Leases whose job was cancelled while they ran.
    private final Set<String> told = new HashSet<>();

    private final Map<String, TestTenant> open = new HashMap<>();

    @AfterEach
    void clear() {
        GROUND.clear();
    }

    @AfterAll
    static void end() {
        GROUND.stage().close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverHappensOneAttemptCountsAndAllIsDoneInTheEnd(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 6; i++) {
            var tenant = tenants.get(i % 2);
            open.put(GROUND.want(tenant, job(random)), tenant);
        }
        for (int i = 0; i < 150; i++) {
            act(random);
            countsAgree();
        }
        finish();

        assertThat(unfinished()).isZero();
        open.forEach((job, tenant) -> {
            assertThat(GROUND.view(tenant, job).state()).isEqualTo(JobView.State.DONE);
            assertThat(GROUND.events("JobEnded", job)).isEqualTo(1);
        });
    }

    @Test
    void ofManyWorkersEachTaskHasOne() throws Exception {
        for (int i = 0; i < 40; i++) {
            GROUND.want(tenants.get(i % 2), task("a"), task("b"), task("c", "a"));
        }
        var taken = ConcurrentHashMap.<String>newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> {
                        for (var lease = workers.get(i % 2).ask(500);
                                lease.isPresent();
                                lease = workers.get(i % 2).ask(500)) {
                            assertThat(taken.add(lease.get().job()
                                            + lease.get().task()
                                            + lease.get().attempt()))
                                    .isTrue();
                            assertThat(workers.get(i % 2).complete(lease.get()).status())
                                    .isEqualTo(204);
                        }
                        return i;
                    }))
                    .toList();
            for (var one : working) {
                one.get();
            }
        }

        assertThat(taken).hasSize(120);
        assertThat(GROUND.stage().ask("SELECT count(*) FROM control.job WHERE state = 'done'"))
                .isEqualTo("40");
        countsAgree();
    }

    private static WantedTask[] job(Random random) {
        var names = IntStream.range(0, 2 + random.nextInt(4))
                .mapToObj(it -> "t" + it)
                .toList();
        return IntStream.range(0, names.size())
                .mapToObj(it -> task(
                        names.get(it),
                        names.subList(0, it).stream()
                                .filter(_ -> random.nextInt(3) == 0)
                                .toArray(String[]::new)))
                .toArray(WantedTask[]::new);
    }

    private void act(Random random) {
        var worker = workers.get(random.nextInt(2));
        if (all.isEmpty() || random.nextInt(3) == 0) {
            worker.ask().ifPresent(this::leased);
        } else {
            act(random, worker, all.get(random.nextInt(all.size())));
        }
    }

    private void act(Random random, Worker worker, Lease some) {
        switch (random.nextInt(13)) {
            case 0, 1, 2, 3 -> complete(worker, some);
            case 4, 5 -> end(some, worker.fail(some, "tool.crashed", "", 1).status());
            case 6, 7 -> end(some, worker.giveBack(some, 1).status());
            case 8, 9, 10 -> beat(worker, some);
            case 11 -> jump(random);
            default -> cancelSometimes(random, some.job());
        }
    }

    private void cancelSometimes(Random random, String job) {
        var tenant = open.get(job);
        if (tenant == null || open.size() < 4 || random.nextInt(3) > 0) {
            return;
        }
        GROUND.unwant(tenant, job);
        if (GROUND.view(tenant, job).state() == JobView.State.CANCELLED) {
            open.remove(job);
            current.values().stream()
                    .filter(it -> it.job().equals(job) && !done.contains(key(it)))
                    .forEach(it -> told.add(it.id()));
            current.replaceAll((key, lease) -> lease.job().equals(job) && !done.contains(key) ? ended(lease) : lease);
        }
    }

    /// A lease that is given replaces one only where nobody kept that.
    private void leased(Lease lease) {
        var key = key(lease);
        assertThat(done).doesNotContain(key);
        var before = current.put(key, lease);
        assertThat(before == null ? 0 : before.attempt()).isLessThan(lease.attempt());
        all.add(lease);
    }

    private void complete(Worker worker, Lease lease) {
        var status = worker.complete(lease).status();
        if (isCurrent(lease)) {
            assertThat(status).isEqualTo(204);
            done.add(key(lease));
        } else if (status == 204) {
            assertThat(done).as("a word said twice").contains(key(lease));
        } else {
            assertThat(status).isEqualTo(409);
        }
    }

    private void end(Lease lease, int status) {
        assertThat(status).isEqualTo(isCurrent(lease) && !done.contains(key(lease)) ? 204 : 409);
        if (status == 204) {
            current.put(key(lease), ended(lease));
        }
    }

    private static Lease ended(Lease lease) {
        return new Lease("ended", lease.job(), lease.task(), lease.attempt(), "", Map.of(), null, 0);
    }

    private void beat(Worker worker, Lease lease) {
        var counts = isCurrent(lease) && !done.contains(key(lease));
        var answer = worker.beat(lease, 0.5, 1);
        assertThat(answer.status()).isEqualTo(counts || told.contains(lease.id()) ? 200 : 409);
        assertThat(answer.at("/cancelled").equals("true")).isEqualTo(told.contains(lease.id()));
    }

    /// Nobody keeps anything meanwhile.
    private void jump(Random random) {
        GROUND.pass(random.nextBoolean() ? LEASE.plusSeconds(1) : Duration.ofMinutes(20));
        GROUND.bean(Expiry.class).giveBack();
        current.replaceAll((key, lease) -> done.contains(key) ? lease : ended(lease));
    }

    private void finish() {
        for (int i = 0; i < 200 && unfinished() > 0; i++) {
            GROUND.pass(Duration.ofHours(2));
            workers.getFirst().ask().ifPresent(lease -> {
                leased(lease);
                complete(workers.getFirst(), lease);
            });
        }
    }

    private static int unfinished() {
        var count = GROUND.stage().ask("SELECT count(*) FROM control.job WHERE ended_at IS NULL");
        return Integer.parseInt(String.valueOf(count));
    }

    private boolean isCurrent(Lease lease) {
        var it = current.get(key(lease));
        return it != null && it.id().equals(lease.id());
    }

    private static String key(Lease lease) {
        return lease.job() + "/" + lease.task();
    }

    /// What is kept beside the tasks, so that turns are found quickly, is never wrong.
    private static void countsAgree() {
        assertThat(GROUND.stage().ask("""
                SELECT count(*) FROM control.job_share s
                WHERE running <> (SELECT count(*) FROM control.job_task t WHERE t.tenant_id = s.tenant_id AND t.state = 'leased')
                   OR running <> (SELECT count(*) FROM control.job_attempt a JOIN control.job_task t ON t.id = a.task_id
                                  WHERE t.tenant_id = s.tenant_id AND a.state = 'running')
                   OR NOT waiting AND EXISTS (SELECT FROM control.job_task t WHERE t.tenant_id = s.tenant_id AND t.state = 'ready')
                """)).isEqualTo("0");
    }
}
