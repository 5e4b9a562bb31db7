package io.streamverse.server.jobs;

import io.micronaut.context.event.ApplicationEventListener;
import io.streamverse.kernel.app.AppStops;
import io.streamverse.kernel.messaging.OpenTransaction;
import io.streamverse.kernel.signal.Signals;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Rung when tasks became ready, on this server and on all others; whoever waits for a task looks again.
@Singleton
class Bell implements ApplicationEventListener<AppStops> {
    private static final String SIGNAL = "jobs";
    private final Signals signals;
    private final OpenTransaction transaction;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long times;
    private boolean stopping;

    Bell(Signals signals, OpenTransaction transaction) {
        this.signals = signals;
        this.transaction = transaction;
        signals.on(SIGNAL, _ -> sound());
    }

    /// With the commit of the transaction that is open.
    void ring() {
        signals.send(SIGNAL, "");
        transaction.afterCommit(this::sound);
    }

    /// To be asked before looking, so that a ring meanwhile is not missed.
    long times() {
        lock.lock();
        try {
            return times;
        } finally {
            lock.unlock();
        }
    }

    void await(long heard, Duration most) throws InterruptedException {
        lock.lock();
        try {
            var left = most.toNanos();
            while (times == heard && !stopping && left > 0) {
                left = rung.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isStopping() {
        lock.lock();
        try {
            return stopping;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onApplicationEvent(AppStops event) {
        lock.lock();
        try {
            stopping = true;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void sound() {
        lock.lock();
        try {
            times++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
