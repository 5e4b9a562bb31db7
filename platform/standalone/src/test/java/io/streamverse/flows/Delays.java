package io.streamverse.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;

/// How long news took to arrive: measured often, printed, and never more than a second.
final class Delays {
    private static final Duration ALLOWED = Duration.ofSeconds(1);
    private final String what;
    private final List<Duration> seen = new ArrayList<>();

    Delays(String what) {
        this.what = what;
    }

    void measure(BooleanSupplier arrived) {
        var began = System.nanoTime();
        Eventually.is(what, arrived);
        seen.add(Duration.ofNanos(System.nanoTime() - began));
    }

    void assertAllWithinASecond() {
        Collections.sort(seen);
        System.out.printf(
                "%s: median %d ms, longest %d ms of %d%n",
                what, seen.get(seen.size() / 2).toMillis(), seen.getLast().toMillis(), seen.size());
        assertThat(seen).allMatch(it -> it.compareTo(ALLOWED) < 0);
    }
}
