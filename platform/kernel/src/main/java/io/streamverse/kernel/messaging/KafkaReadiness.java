package io.streamverse.kernel.messaging;

import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.health.Readiness;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

@Singleton
@Requires(property = "messaging.bootstrap-servers")
class KafkaReadiness implements Readiness {
    private final Admin admin;

    KafkaReadiness(Admin admin) {
        this.admin = admin;
    }

    @Override
    public String part() {
        return "events";
    }

    @Override
    public Optional<String> missing() {
        try {
            admin.describeCluster().clusterId().get(2, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.of("Kafka does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("stopping");
        }
    }
}
