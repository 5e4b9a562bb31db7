package io.streamverse.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SteeringTest {
    @Test
    void aSessionKeepsItsOrderAndEndsWhereItBegan() {
        var steering = steering("a a.example 100", "b b.example 100");

        assertThat(steering.document("pbs_1")).isEqualTo(steering.document("pbs_1"));
        assertThat(steering.document("pbs_1").priority()).hasSize(3).endsWith(".");
        assertThat(steering.document("pbs_1").reload()).isEqualTo("steering.json");
    }

    @Test
    void eachHostGetsItsShareOfSessionsFirst() {
        var steering = steering("a a.example 300", "b b.example 100");

        var first = IntStream.range(0, 4_000)
                .filter(it ->
                        steering.document("pbs_" + it).priority().getFirst().equals("a"))
                .count();

        assertThat(first).isBetween(2_850L, 3_150L);
    }

    @Test
    void aHostThatIsTakenOutIsNamedToNobodyAndMovesOnlyItsOwnSessions() {
        var before = steering("a a.example 100", "b b.example 100", "c c.example 100");
        var after = steering("a a.example 100", "b b.example 0", "c c.example 100");

        for (int i = 0; i < 100; i++) {
            var was = before.document("pbs_" + i).priority().stream()
                    .filter(it -> !it.equals("b"))
                    .toList();
            assertThat(after.document("pbs_" + i).priority()).isEqualTo(was);
            assertThat(after.document("pbs_" + i).clones())
                    .extracting(Steering.Clone::id)
                    .containsExactly("a", "c");
        }
    }

    private static Steering steering(String... pathways) {
        return new Steering(new DeliveryConfig(
                "x", "s".repeat(32), null, null, 0, null, Duration.ofSeconds(1), false, "", List.of(pathways)));
    }
}
