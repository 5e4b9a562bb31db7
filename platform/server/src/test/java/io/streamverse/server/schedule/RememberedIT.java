package io.streamverse.server.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.signal.Remembered;
import io.streamverse.kernel.signal.Signals;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RememberedIT {
    private static final String TOPIC = "remembered";
    private final Signals signals =
            Stage.shared().server().getApplicationContext().getBean(Signals.class);
    private final Remembered<String> words = new Remembered<>(signals, TOPIC, 10, it -> it);
    private final AtomicInteger heard = new AtomicInteger();

    @BeforeEach
    void somebodyListens() {
        signals.on(TOPIC, _ -> heard.incrementAndGet());
        Eventually.is("somebody listens", signals::connected);
    }

    @Test
    void whatWasReadIsKeptUntilNewsOfIt() {
        Eventually.is("it is kept", () -> {
            words.find("name", () -> Optional.of("old"));
            return words.find("name", () -> Optional.of("new")).equals(Optional.of("old"));
        });
        hear("old");
        Eventually.is("it is dropped", () -> words.find("name", Optional::empty).isEmpty());
    }

    @Test
    void whatWasReadWhileNewsCameInIsNotKept() {
        var first = words.find("name", () -> {
            hear("another");
            return Optional.of("old");
        });
        assertThat(first).contains("old");
        assertThat(words.find("name", () -> Optional.of("new"))).contains("new");
    }

    @Test
    void whoChangesSomethingSeesItChangedAtOnce() {
        Eventually.is("it is kept", () -> {
            words.find("name", () -> Optional.of("old"));
            return words.find("name", () -> Optional.of("new")).equals(Optional.of("old"));
        });

        words.changed("old");

        assertThat(words.find("name", Optional::empty)).isEmpty();
        Eventually.is("all servers were told", () -> heard.get() == 2);
    }

    private void hear(String word) {
        var before = heard.get();
        signals.send(TOPIC, word);
        Eventually.is("it is heard", () -> heard.get() > before);
    }
}
