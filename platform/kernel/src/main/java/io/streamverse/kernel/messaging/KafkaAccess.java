package io.streamverse.kernel.messaging;

import io.micronaut.context.exceptions.ConfigurationException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.jspecify.annotations.Nullable;

/// What every client of Kafka needs to be let in, in Kafka's own words.
final class KafkaAccess {
    private final Map<String, Object> settings = new HashMap<>();

    KafkaAccess(MessagingConfig config) {
        var protocol = config.protocol();
        settings.put("bootstrap.servers", config.bootstrapServers());
        settings.put("security.protocol", protocol.name);
        if (config.ca() != null) {
            settings.put("ssl.truststore.type", "PEM");
            settings.put("ssl.truststore.location", config.ca().toString());
        }
        if (protocol == SecurityProtocol.SASL_SSL || protocol == SecurityProtocol.SASL_PLAINTEXT) {
            settings.put("sasl.mechanism", config.mechanism());
            settings.put("sasl.jaas.config", login(config));
        }
    }

    Map<String, Object> with(Map<String, Object> more) {
        var all = new HashMap<>(settings);
        all.putAll(more);
        return all;
    }

    private static String login(MessagingConfig config) {
        var module = config.mechanism().startsWith("SCRAM-")
                ? "org.apache.kafka.common.security.scram.ScramLoginModule"
                : "org.apache.kafka.common.security.plain.PlainLoginModule";
        return "%s required username=%s password=%s;"
                .formatted(
                        module,
                        quoted(config.username(), "messaging.username"),
                        quoted(config.password(), "messaging.password"));
    }

    private static String quoted(@Nullable String value, String setting) {
        if (value == null) {
            throw new ConfigurationException("%s is missing".formatted(setting));
        }
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
