package io.streamverse.sdk;

import io.streamverse.sdk.model.Job;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows a job over one connection after the other: each may break, and the platform ends it after an hour. */
final class JobWatch {
    private static final String DATA = "data:";
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Transport transport;
    private final Call call;
    private final RequestOptions options;
    private final Consumer<Job> change;
    private final long deadline;
    private volatile @Nullable Job latest;
    private int failures;

    JobWatch(Transport transport, Call call, RequestOptions options, Consumer<Job> change, Duration patience) {
        this.transport = transport;
        this.call = call;
        this.options = options;
        this.change = change;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    Job untilOver() {
        while (true) {
            follow();
            var seen = latest;
            if (seen != null && (seen.endedAt() != null || left().isNegative())) {
                return seen;
            }
            transport.rest(BETWEEN);
        }
    }

    private void follow() {
        try {
            transport.lines(call, options, left(), this::take);
            failures = 0;
        } catch (StreamVerseException e) {
            if (left().isNegative() && latest != null) {
                return;
            }
            if (left().isNegative() || !transport.mayRepeat(++failures, e, options)) {
                throw e;
            }
            transport.restAfter(failures, e);
        }
    }

    private Duration left() {
        return Duration.ofNanos(deadline - System.nanoTime());
    }

    private void take(String line) {
        if (line.startsWith(DATA)) {
            var job = transport.read(call, line.substring(DATA.length()), Job.class);
            if (!job.equals(latest)) {
                latest = job;
                change.accept(job);
            }
        }
    }
}
