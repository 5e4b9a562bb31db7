package io.streamverse.kernel.schedule;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that works when woken, and now and then anyway. A failing round is logged and tried again. (What PostgreSQL
/// refuses comes through a transaction undeclared.)
public final class Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private final Semaphore wakeUps = new Semaphore(0);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Duration every;
    private final Duration rest;
    private final Runnable work;
    private final Thread thread;

    public Loop(String name, Duration every, Runnable work) {
        this(name, every, Duration.ZERO, work);
    }

    /// After each round it rests, whoever wakes it: what comes meanwhile is done in one go.
    public Loop(String name, Duration every, Duration rest, Runnable work) {
        this.every = every;
        this.rest = rest;
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
        stopping.countDown();
        wakeUps.release();
    }

    /// One that was never started has nothing to end.
    public void stop() {
        stopSoon();
        try {
            if (thread.isAlive()) {
                thread.join(Duration.ofSeconds(15));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var failing = false;
        while (!stops()) {
            try {
                work.run();
                failing = false;
            } catch (Exception e) {
                if (!stops() && !failing) {
                    LOG.warn("{} failed and goes on trying", thread.getName(), e);
                }
                failing = true;
            }
            waitForWork();
        }
    }

    private boolean stops() {
        return stopping.getCount() == 0;
    }

    private void waitForWork() {
        try {
            if (!stopping.await(rest.toNanos(), TimeUnit.NANOSECONDS)
                    && wakeUps.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }
}
