package io.streamverse.worker.leases;

import io.streamverse.media.lease.Completion;
import io.streamverse.media.lease.Failure;
import io.streamverse.media.lease.Lease;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.WorkJson;
import io.streamverse.worker.work.WorkFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does one task after the other.
final class Slot {
    private static final Logger LOG = LoggerFactory.getLogger(Slot.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /// For a server that is away while a task ends here: as long as somebody might still want its result.
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Leases leases;
    private final ServerApi server;
    private final Runners runners;
    private final Transfers transfers;
    private final Cache cache;
    private final Path folder;
    private final Thread thread;
    private volatile @Nullable Attempt current;
    private volatile boolean stopping;

    Slot(int number, Leases leases, ServerApi server, Runners runners, Transfers transfers, Cache cache, Path folder) {
        this.leases = leases;
        this.server = server;
        this.runners = runners;
        this.transfers = transfers;
        this.cache = cache;
        this.folder = folder;
        this.thread = Thread.ofPlatform().name("slot-" + number).unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    /// What it is at, if anything; it is interrupted, and the server has to be told.
    @Nullable
    Attempt stop() {
        stopping = true;
        var attempt = current;
        var gaveUp = attempt != null && attempt.giveUp();
        thread.interrupt();
        return gaveUp ? attempt : null;
    }

    void awaitEnd(Duration most) throws InterruptedException {
        thread.join(most);
    }

    private void work() {
        var backoff = new Backoff();
        while (!stopping) {
            try {
                var worker = leases.identity();
                var lease = server.lease(worker.workerId(), LONGEST_WAIT);
                backoff = new Backoff();
                lease.ifPresent(it -> attempt(it, Duration.ofMillis(worker.heartbeatMs())));
            } catch (IOException | Refused e) {
                LOG.debug("No task came", e);
                if (e instanceof Refused refusal && refusal.isUnknown()) {
                    leases.forgetIdentity();
                }
                stopping |= !paused(backoff);
            } catch (InterruptedException e) {
                LOG.debug("Stopping");
            }
        }
    }

    private static boolean paused(Backoff backoff) {
        try {
            backoff.pause();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void attempt(Lease lease, Duration heartbeat) {
        var attempt = new Attempt(server, lease, heartbeat);
        current = attempt;
        attempt.begin();
        var own = folder.resolve(lease.id());
        try {
            if (stopping && attempt.giveUp()) {
                leases.giveBack(attempt);
                return;
            }
            Files.createDirectories(own);
            run(attempt, own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            attempt.stopBeating();
            current = null;
            remove(own);
            // what stopped the task must not stop the next
            var _ = Thread.interrupted();
        }
    }

    private void run(Attempt attempt, Path own) {
        var lease = attempt.lease();
        LOG.debug("{} of {}, attempt {}", lease.task(), lease.job(), lease.attempt());
        try (var desk = new LeasedDesk(attempt, server, transfers, cache, own)) {
            var done = runners.run(lease.work(), desk);
            if (attempt.end()) {
                complete(attempt, done);
            }
        } catch (WorkFailure e) {
            fail(attempt, e);
        } catch (InterruptedException e) {
            failWhereNobodyStoppedIt(attempt);
        } catch (RuntimeException e) {
            fail(attempt, WorkFailure.passing("worker.task.crashed", e.toString(), stackOf(e)));
        }
    }

    private void complete(Attempt attempt, Done done) {
        var lease = attempt.lease();
        var completion = new Completion(lease.attempt(), WorkJson.write(done), attempt.deviceMs());
        var refusal = tell(() -> server.complete(lease.id(), completion));
        if (refusal != null && !refusal.isFenced()) {
            tell(attempt, WorkFailure.passing("worker.result.refused", String.valueOf(refusal.getMessage()), ""));
        }
    }

    private void failWhereNobodyStoppedIt(Attempt attempt) {
        fail(attempt, WorkFailure.passing("worker.task.interrupted", "The runner was interrupted", ""));
    }

    private void fail(Attempt attempt, WorkFailure why) {
        if (attempt.end()) {
            tell(attempt, why);
        }
    }

    private void tell(Attempt attempt, WorkFailure why) {
        var lease = attempt.lease();
        LOG.warn("{} of {} failed: {} {}", lease.task(), lease.job(), why.code(), why.getMessage());
        var failure = new Failure(
                lease.attempt(),
                why.code(),
                String.valueOf(why.getMessage()),
                why.isPermanent(),
                why.log(),
                attempt.deviceMs());
        var _ = tell(() -> server.fail(lease.id(), failure));
    }

    /// Heartbeats go on meanwhile. What the server said to it, where it did not take it.
    private static @Nullable Refused tell(Backoff.Call<String> word) {
        try {
            Backoff.within(PATIENCE, word);
        } catch (Refused e) {
            LOG.warn("The server did not take the end of a task: {}", e.getMessage());
            return e;
        } catch (IOException e) {
            LOG.warn("The server was not there for the end of a task: {}", e.getMessage());
        } catch (InterruptedException e) {
            LOG.warn("Stopped before the server took the end of a task");
        }
        return null;
    }

    private static String stackOf(RuntimeException e) {
        var text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warn("{} was not removed", folder, e);
        }
    }
}
