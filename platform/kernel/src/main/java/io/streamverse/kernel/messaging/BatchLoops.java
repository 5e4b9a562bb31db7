package io.streamverse.kernel.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.streamverse.events.Event;
import io.streamverse.kernel.health.Readiness;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Starts a loop for each batch consumer once the topics are declared, and ends them before the app goes down.
@Singleton
@Order(Ordered.LOWEST_PRECEDENCE)
@Requires(property = "database.control.url")
@Requires(property = "messaging.bootstrap-servers")
class BatchLoops implements ApplicationEventListener<StartupEvent>, Readiness {
    private final List<BatchLoop<?>> loops;

    BatchLoops(
            List<BatchConsumer<?>> consumers,
            DeadLetters deadLetters,
            KafkaClients clients,
            MessagingConfig config,
            MeterRegistry metrics) {
        this.loops = consumers.stream()
                .<BatchLoop<?>>map(it -> loop(it, deadLetters, clients, config))
                .toList();
        loops.forEach(loop -> Gauge.builder("streamverse.consumer.lag", loop, BatchLoop::lag)
                .description("Events sent and not taken yet")
                .tag("consumer", loop.name())
                .register(metrics));
    }

    private static <E extends Event> BatchLoop<E> loop(
            BatchConsumer<E> consumer, DeadLetters deadLetters, KafkaClients clients, MessagingConfig config) {
        return new BatchLoop<>(consumer, config.prefix(), clients.batchConsumer(consumer.name()), deadLetters);
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        loops.forEach(BatchLoop::start);
    }

    @Override
    public String part() {
        return "batch consumers";
    }

    @Override
    public Optional<String> missing() {
        return loops.stream().allMatch(BatchLoop::alive) ? Optional.empty() : Optional.of("one has died");
    }

    @PreDestroy
    void stop() throws InterruptedException {
        loops.forEach(BatchLoop::stopSoon);
        for (var loop : loops) {
            loop.awaitStop();
        }
    }
}
