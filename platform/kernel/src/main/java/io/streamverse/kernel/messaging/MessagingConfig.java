package io.streamverse.kernel.messaging;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.jspecify.annotations.Nullable;

/// Where Kafka is, whom to believe that it is the one and who we are there, how often the relay looks when nobody wakes
/// it, how patient consumers are with a failing event,
/// the topics this app publishes to, and what stands before the names of all topics and groups.
@ConfigurationProperties("messaging")
record MessagingConfig(
        String bootstrapServers,
        @Bindable(defaultValue = "PLAINTEXT") SecurityProtocol protocol,
        @Nullable Path ca,
        @Bindable(defaultValue = "SCRAM-SHA-512") String mechanism,
        @Nullable String username,
        @Nullable String password,
        @Bindable(defaultValue = "") String prefix,
        @Bindable(defaultValue = "1s") Duration relayPoll,
        @Bindable(defaultValue = "500") int relayBatch,
        @Bindable(defaultValue = "4") int partitions,
        @Bindable(defaultValue = "1") short replicas,
        @Bindable(defaultValue = "5") int attempts,
        @Bindable(defaultValue = "200ms") Duration firstRetry,
        @Bindable(defaultValue = "") List<String> topics) {
    @Override
    public String toString() {
        return "MessagingConfig for " + bootstrapServers;
    }
}
