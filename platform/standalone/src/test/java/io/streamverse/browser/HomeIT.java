package io.streamverse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.flows.Theatre;
import io.streamverse.standalone.TestStandalone;
import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Rounds;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How soon the storefront's first page answers, on a processor that is four times slower than this one.
@Tag("bench")
class HomeIT {
    private static final int ROUNDS = 9;
    private static final Path SCRIPT = Path.of("src/test/js/storefront.mjs").toAbsolutePath();

    @Test
    void theFirstPageIsSoonThere() {
        var theatre = Theatre.open();
        visited(theatre);
        var rounds = new Rounds();
        for (int i = 0; i < ROUNDS; i++) {
            rounds.add(visited(theatre));
        }

        Measurement.report(
                Measurement.atMost("home-interactive", rounds.median("first visit"), "ms", 1_000, rounds),
                Measurement.atMost("home-interactive-again", rounds.median("next visit"), "ms", 1_000, rounds));
    }

    private static Map<String, Double> visited(Theatre theatre) {
        var site = "http://%s.localhost:%d"
                .formatted(theatre.slug(), TestStandalone.url().getPort());
        var seen = Chromium.run(SCRIPT, Map.of("site", site, "locked", theatre.locked(), "parts", List.of("speed")));
        assertThat(seen.at("/interactiveAgainMs").isNumber())
                .as(seen.toString())
                .isTrue();
        return Map.of(
                "first visit", seen.at("/interactiveMs").asDouble(),
                "next visit", seen.at("/interactiveAgainMs").asDouble());
    }
}
