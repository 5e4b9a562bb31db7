package io.streamverse.kernel.app;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/// Blocking code runs on a virtual thread of its own, as many as there are requests; a request that stands on one
/// already, since the gate let it in there, stays on it.
@Singleton
class OwnThreads implements BeanCreatedEventListener<ExecutorService> {
    @Override
    public ExecutorService onCreated(BeanCreatedEvent<ExecutorService> event) {
        return event.getBeanIdentifier().getName().equals(TaskExecutors.BLOCKING)
                ? new Staying(event.getBean())
                : event.getBean();
    }

    private static final class Staying extends AbstractExecutorService {
        private final ExecutorService others;

        private Staying(ExecutorService others) {
            this.others = others;
        }

        @Override
        public void execute(Runnable work) {
            if (Thread.currentThread().isVirtual()) {
                work.run();
            } else {
                others.execute(work);
            }
        }

        @Override
        public void shutdown() {
            others.shutdown();
        }

        @Override
        public List<Runnable> shutdownNow() {
            return others.shutdownNow();
        }

        @Override
        public boolean isShutdown() {
            return others.isShutdown();
        }

        @Override
        public boolean isTerminated() {
            return others.isTerminated();
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
            return others.awaitTermination(unit.toNanos(timeout), NANOSECONDS);
        }
    }
}
