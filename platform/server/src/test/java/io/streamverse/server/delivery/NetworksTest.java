package io.streamverse.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.HttpRequest;
import io.streamverse.kernel.problem.Forbidden;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {
    private static final String HEADER = "X-Forwarded-For";

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7/32",
        "'198.51.100.1, 203.0.113.7', 203.0.113.7/32",
        "'198.51.100.1 ,203.0.113.7', 203.0.113.7/32",
        "2001:db8:1:2:aaaa::2, 2001:db8:1:2:0:0:0:0/64",
        "::ffff:203.0.113.7, 203.0.113.7/32"
    })
    void theLastAddressIsWhoTheProxySaw(String said, String network) {
        var networks = new Networks(config(true, HEADER));

        assertThat(networks.binding(HttpRequest.GET("/").header(HEADER, said))).hasValue(Network.parse(network));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.com", "203.0.113.7,", "203.0.113.7:443", "unknown"})
    void aProxyThatSaysNothingLetsNobodyIn(String said) {
        var networks = new Networks(config(true, HEADER));

        assertThatThrownBy(() -> networks.of(HttpRequest.GET("/").header(HEADER, said)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void tokensAreBoundOnlyWhereTheSettingSaysSo() {
        assertThat(new Networks(config(false, HEADER)).binding(HttpRequest.GET("/")))
                .isEmpty();
    }

    @Test
    void itGoesWithNoEdges() {
        assertThatThrownBy(() -> new Networks(config(true, "", "a a.example 100")))
                .hasMessageContaining("delivery.pathways");
    }

    private static DeliveryConfig config(boolean bind, String header, String... pathways) {
        return new DeliveryConfig(
                "x", "s".repeat(32), null, null, 0, null, Duration.ofSeconds(1), bind, header, List.of(pathways));
    }
}
