package io.streamverse.kernel.schedule;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that works when woken, and now and then anyway. A failing round is logged and tried again.
public final class Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private final Semaphore wakeUps = new Semaphore(0);
    private final Duration every;
    private final Runnable work;
    private final Thread thread;
    private volatile boolean stopping;

    public Loop(String name, Duration every, Runnable work) {
        this.every = every;
        this.work = work;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    /// The round that runs is the last.
    public void stopSoon() {
        stopping = true;
        wakeUps.release();
    }

    public void stop() {
        stopSoon();
        try {
            thread.join(Duration.ofSeconds(15));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var failing = false;
        while (!stopping) {
            try {
                work.run();
                failing = false;
            } catch (RuntimeException e) {
                if (!stopping && !failing) {
                    LOG.warn("{} failed and goes on trying", thread.getName(), e);
                }
                failing = true;
            }
            waitForWork();
        }
    }

    private void waitForWork() {
        try {
            if (wakeUps.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
