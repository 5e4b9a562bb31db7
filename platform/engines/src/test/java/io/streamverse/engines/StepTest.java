package io.streamverse.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StepTest {
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Test
    void whatOutlastsASecondIsSaidWhileItLastsAndWhenItIsOver() {
        var announced = Step.timed("Filling the tank", lines::add, this::nextLine);

        assertThat(announced).isEqualTo("Filling the tank ...");
        assertThat(nextLine()).matches("Filling the tank: done in \\d+\\.\\d s");
    }

    @Test
    void whatIsQuickIsNotSpokenOf() {
        assertThat(Step.timed("Blinking", lines::add, () -> "done")).isEqualTo("done");

        assertThat(lines).isEmpty();
    }

    private String nextLine() {
        try {
            var line = lines.poll(10, TimeUnit.SECONDS);
            return line == null ? fail("nothing was said") : line;
        } catch (InterruptedException failure) {
            return fail(failure);
        }
    }
}
