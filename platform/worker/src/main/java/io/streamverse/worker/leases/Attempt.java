package io.streamverse.worker.leases;

import io.streamverse.media.lease.DeviceMs;
import io.streamverse.media.lease.Heartbeat;
import io.streamverse.media.lease.Lease;
import io.streamverse.media.plan.Accelerator;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One try at a task, kept by heartbeats until it ends, however it does. A server that is away ends nothing: it says
/// itself, once it is back, whether this attempt still counts.
final class Attempt {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    enum State {
        RUNNING,
        /// Nobody wants it, or another worker has it.
        OVER,
        /// Given back, since this worker stops.
        RETURNED,
        /// The runner came to an end.
        ENDED
    }

    private final ServerApi server;
    private final Lease lease;
    private final Thread runner;
    private final Thread heart;
    private final Duration between;
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private final AtomicLong cpuMs = new AtomicLong();
    private final AtomicLong gpuMs = new AtomicLong();
    private final AtomicReference<@Nullable String> unsaid = new AtomicReference<>();
    private volatile double progress;

    /// Made by the thread that runs it.
    Attempt(ServerApi server, Lease lease, Duration between) {
        this.server = server;
        this.lease = lease;
        this.between = between;
        this.runner = Thread.currentThread();
        this.heart = Thread.ofVirtual().name("heart of " + lease.id()).unstarted(this::beat);
    }

    void begin() {
        heart.start();
    }

    Lease lease() {
        return lease;
    }

    DeviceMs deviceMs() {
        return new DeviceMs(cpuMs.get(), gpuMs.get());
    }

    void busy(Accelerator on, long ms) {
        (on == Accelerator.GPU ? gpuMs : cpuMs).addAndGet(ms);
    }

    void progress(double share) {
        progress = share;
    }

    /// Told with the next heartbeat, where the server cannot be reached now.
    void checkpoint(String text) throws InterruptedException {
        unsaid.set(text);
        beatOnce();
        demandRunning();
    }

    void demandRunning() throws InterruptedException {
        if (state.get() != State.RUNNING) {
            throw new InterruptedException("Over");
        }
    }

    /// Whether the runner's end counts.
    boolean end() {
        var counts = state.compareAndSet(State.RUNNING, State.ENDED);
        if (counts) {
            return true;
        }
        heart.interrupt();
        return false;
    }

    /// The server was told, or need not be. Afterwards nobody interrupts the runner any more.
    void stopBeating() {
        heart.interrupt();
        while (heart.isAlive()) {
            try {
                heart.join();
            } catch (InterruptedException e) {
                LOG.debug("{} had ended before it was stopped", lease.id());
            }
        }
    }

    /// Whether it was still running.
    boolean giveUp() {
        return stop(State.RETURNED);
    }

    private boolean stop(State why) {
        if (!state.compareAndSet(State.RUNNING, why)) {
            return false;
        }
        heart.interrupt();
        runner.interrupt();
        return true;
    }

    private void beat() {
        try {
            while (state.get() == State.RUNNING || state.get() == State.ENDED) {
                Thread.sleep(between);
                beatOnce();
            }
        } catch (InterruptedException e) {
            LOG.debug("{} beats no more", lease.id());
        }
    }

    private void beatOnce() throws InterruptedException {
        var text = unsaid.get();
        try {
            var held = server.beat(lease.id(), new Heartbeat(lease.attempt(), progress, deviceMs(), text));
            unsaid.compareAndSet(text, null);
            if (held.cancelled()) {
                LOG.info("Nobody wants {} of {} any more", lease.task(), lease.job());
                stop(State.OVER);
            }
        } catch (Refused e) {
            if (e.isFenced()) {
                LOG.info("Another worker has {} of {}: {}", lease.task(), lease.job(), e.getMessage());
                stop(State.OVER);
            }
        } catch (IOException e) {
            LOG.debug("The server was not there for a heartbeat", e);
        }
    }
}
