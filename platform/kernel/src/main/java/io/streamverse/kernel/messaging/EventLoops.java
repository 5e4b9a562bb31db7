package io.streamverse.kernel.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.context.exceptions.ConfigurationException;
import io.streamverse.events.Event;
import io.streamverse.kernel.health.Readiness;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/// Declares the topics, starts the relay and one loop per consumer when the app is up, ends them before it goes down.
@Singleton
@Requires(property = "database.control.url")
@Requires(property = "messaging.bootstrap-servers")
class EventLoops implements ApplicationEventListener<StartupEvent>, Readiness {
    private static final int DECLARATIONS = 10;
    private final List<EventConsumer<?>> consumers;
    private final List<EventLoop<?>> loops;
    private final OutboxRelay relay;
    private final Admin admin;
    private final MessagingConfig config;

    EventLoops(
            List<EventConsumer<?>> consumers,
            Inbox inbox,
            DeadLetters deadLetters,
            KafkaClients clients,
            OutboxRelay relay,
            Admin admin,
            MessagingConfig config,
            MeterRegistry metrics) {
        this.consumers = consumers;
        this.relay = relay;
        this.admin = admin;
        this.config = config;
        this.loops = consumers.stream()
                .<EventLoop<?>>map(it -> loop(it, clients, inbox, deadLetters, config))
                .toList();
        loops.forEach(loop -> Gauge.builder("streamverse.consumer.lag", loop, EventLoop::lag)
                .description("Events sent and not taken yet")
                .tag("consumer", loop.name())
                .register(metrics));
    }

    private static <E extends Event> EventLoop<E> loop(
            EventConsumer<E> consumer,
            KafkaClients clients,
            Inbox inbox,
            DeadLetters deadLetters,
            MessagingConfig config) {
        var patience = new Patience(config.attempts(), config.firstRetry());
        return new EventLoop<>(
                consumer, config.prefix(), clients.consumer(consumer.name()), inbox, deadLetters, patience);
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        declareTopics();
        relay.start();
        loops.forEach(EventLoop::start);
    }

    @Override
    public String part() {
        return "consumers";
    }

    @Override
    public Optional<String> missing() {
        return loops.stream().allMatch(EventLoop::alive) ? Optional.empty() : Optional.of("one has died");
    }

    @PreDestroy
    void stop() throws InterruptedException {
        loops.forEach(EventLoop::stopSoon);
        for (var loop : loops) {
            loop.awaitStop();
        }
        admin.close(Duration.ZERO);
    }

    private void declareTopics() {
        Stream.concat(consumers.stream().map(it -> EventCodec.topic(it.events())), config.topics().stream())
                .distinct()
                .forEach(this::declare);
    }

    /// A broker that just started, or is busy, refuses topics for a while.
    private void declare(String topic) {
        var wanted =
                new NewTopic(config.prefix() + topic, Optional.of(config.partitions()), Optional.of(config.replicas()));
        var patience = new Patience(DECLARATIONS, config.firstRetry());
        for (int attempt = 1; !declared(wanted, attempt == patience.attempts()); attempt++) {
            patience.pause(attempt);
        }
    }

    private boolean declared(NewTopic wanted, boolean lastTime) {
        try {
            admin.createTopics(List.of(wanted)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return true;
            }
            if (e.getCause() instanceof AuthenticationException refusal) {
                throw new ConfigurationException("Kafka does not let us in: " + refusal.getMessage(), refusal);
            }
            if (lastTime || !isPassing(e.getCause())) {
                throw new IllegalStateException("Kafka does not create " + wanted.name(), e.getCause());
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while starting", e);
        }
    }

    private static boolean isPassing(@Nullable Throwable refusal) {
        return refusal instanceof InvalidReplicationFactorException || refusal instanceof RetriableException;
    }
}
