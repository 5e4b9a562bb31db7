package io.streamverse.kernel.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpositionTest {
    @Test
    void aFamilyOfTwoAppsStandsOnce() {
        var server = """
                # HELP up Is it up?
                # TYPE up gauge
                up{app="server"} 1.0
                """;
        var billing = """
                # HELP up Is it?
                # TYPE up gauge
                up{app="billing"} 0.0
                # TYPE jobs counter
                jobs_total 2.0
                """;

        assertThat(Exposition.merged(List.of(server, billing))).isEqualTo("""
                # HELP up Is it up?
                # TYPE up gauge
                up{app="server"} 1.0
                up{app="billing"} 0.0
                # TYPE jobs counter
                jobs_total 2.0
                """);
    }
}
