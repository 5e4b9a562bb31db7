package io.streamverse.server.jobs;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.streamverse.media.plan.Accelerator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;

/// What an autoscaler of workers goes by.
@Context
class QueueMetrics {
    private static final Duration SEEN_LATELY = Duration.ofMinutes(2);
    private final MeterRegistry metrics;

    QueueMetrics(QueueRepository queue, InstantSource clock, MeterRegistry metrics) {
        this.metrics = metrics;
        gauge("streamverse.jobs.ready", "Tasks that wait for a worker", queue::ready);
        gauge(
                "streamverse.jobs.oldest.ready.seconds",
                "How long the oldest of them waits",
                it -> queue.oldestSeconds(it, clock.instant()));
        gauge("streamverse.jobs.running", "Tasks that workers are at", queue::running);
        gauge(
                "streamverse.jobs.workers",
                "Workers that were heard of lately",
                it -> queue.workers(it, clock.instant().minus(SEEN_LATELY)));
    }

    private void gauge(String name, String meaning, ToDoubleFunction<String> value) {
        for (var accelerator : Accelerator.values()) {
            Gauge.builder(name, accelerator.label(), value)
                    .strongReference(true)
                    .tag("accelerator", accelerator.label())
                    .description(meaning)
                    .register(metrics);
        }
    }
}
