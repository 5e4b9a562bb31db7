package io.streamverse.server.jobs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.streamverse.kernel.http.Cursor;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.media.lease.Registered;
import io.streamverse.media.lease.Registration;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who works for us, what each can do, and when it was last heard of.
@Singleton
class Workers {
    static final String PREFIX = "wrk";
    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(5);
    private static final Duration SEEN_LATELY = Duration.ofMinutes(2);
    private static final int MOST_SLOTS = 256;
    private static final int HEARTBEATS_PER_LEASE = 3;
    private final WorkerRepository workers;
    private final JobsConfig config;
    private final Ids ids;
    private final InstantSource clock;

    Workers(WorkerRepository workers, JobsConfig config, Ids ids, InstantSource clock) {
        this.workers = workers;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    Registered register(Registration worker) {
        if (worker.slots() < 1 || worker.slots() > MOST_SLOTS || worker.name().isBlank()) {
            throw new Rejected("jobs.worker.invalid", "A worker has a name, and 1 to %d slots".formatted(MOST_SLOTS));
        }
        var id = ids.next(PREFIX);
        workers.insert(id, worker, Demand.metBy(worker), clock.instant());
        return new Registered(id, config.lease().dividedBy(HEARTBEATS_PER_LEASE).toMillis());
    }

    WorkerRepository.Row present(String id) {
        var worker = workers.find(id).orElseThrow(() -> new NotFound("jobs.worker.unknown", "worker " + id));
        seen(id);
        return worker;
    }

    Page<WorkerResponse> list(int limit, @Nullable String after) {
        var rows = workers.before(Cursor.read(PREFIX, after), limit + 1);
        var tasks = workers.doing(rows.stream().map(WorkerRepository.Row::id).toList()).stream()
                .collect(groupingBy(WorkerRepository.Doing::worker, mapping(WorkerTask::of, toList())));
        var lately = clock.instant().minus(SEEN_LATELY);
        return Page.of(rows, limit, WorkerRepository.Row::id)
                .map(it -> WorkerResponse.of(it, tasks.getOrDefault(it.id(), List.of()), lately));
    }

    void seenWith(String lease) {
        var now = clock.instant();
        workers.seenWith(lease, now, now.minus(BETWEEN_NOTES));
    }

    private void seen(String id) {
        var now = clock.instant();
        workers.seen(id, now, now.minus(BETWEEN_NOTES));
    }
}
