package io.streamverse.kernel.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KafkaAccessTest {
    @Test
    void aPasswordMayHoldAnything() {
        var password = "a \"quoted\" pass\\word; required x=y";

        var login = new KafkaAccess(config(SecurityProtocol.SASL_SSL, password)).with(Map.of());

        var options = JaasContext.loadClientContext(
                        Map.of("sasl.jaas.config", new Password(String.valueOf(login.get("sasl.jaas.config")))))
                .configurationEntries()
                .getFirst()
                .getOptions();
        assertThat(options.get("password")).isEqualTo(password);
        assertThat(options.get("username")).isEqualTo("streamverse");
    }

    @Test
    void withoutTlsAndAPasswordNothingIsSaidOfThem() {
        assertThat(new KafkaAccess(config(SecurityProtocol.PLAINTEXT, null)).with(Map.of("acks", "all")))
                .doesNotContainKeys("sasl.mechanism", "sasl.jaas.config")
                .containsEntry("acks", "all");
    }

    @Test
    void aMissingPasswordIsNamed() {
        assertThatThrownBy(() -> new KafkaAccess(config(SecurityProtocol.SASL_SSL, null)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("messaging.password is missing");
    }

    private static MessagingConfig config(SecurityProtocol protocol, @Nullable String password) {
        return new MessagingConfig(
                "kafka:9092",
                protocol,
                Path.of("ca.pem"),
                "SCRAM-SHA-512",
                "streamverse",
                password,
                "",
                Duration.ofSeconds(1),
                1,
                1,
                (short) 1,
                1,
                Duration.ofSeconds(1),
                List.of());
    }
}
