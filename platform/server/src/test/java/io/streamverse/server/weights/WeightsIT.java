package io.streamverse.server.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.streamverse.events.usage.EncodedOutput;
import io.streamverse.kernel.signal.Signals;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsIT {
    private final Stage stage = Stage.shared();
    private final Weights weights = stage.server().getApplicationContext().getBean(Weights.class);

    @Test
    void outputWeighsWhatBillingSays() {
        Eventually.is("billing has told", weights::areKnown);

        assertThat(weights.billableMs(List.of(output("h264", 1_000), output("hevc", 1_000)), Instant.now()))
                .isEqualByComparingTo("3000");
    }

    @Test
    void aWeightThatIsSaidLaterCountsForWhatIsPlannedFromThenOn() {
        Eventually.is("billing has told", weights::areKnown);
        var from = Instant.parse("2099-01-01T00:00:00Z");

        stage.run("INSERT INTO control.transcode_weight VALUES ('2099-01-01Z', 'codec', 'h264', 5)");
        stage.server().getApplicationContext().getBean(Signals.class).send(Weights.SIGNAL, "");

        Eventually.is(
                "the news is heard",
                () -> weights.billableMs(List.of(output("h264", 1_000)), from).intValueExact() == 5_000);
        assertThat(weights.billableMs(List.of(output("h264", 1_000)), from.minusMillis(1)))
                .isEqualByComparingTo("1000");
    }

    @Test
    void whatHasNoWeightIsNeverPlannedForNothing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> weights.billableMs(List.of(output("mpeg2", 1_000)), Instant.now()));
    }

    private static EncodedOutput output(String codec, long outputMs) {
        return new EncodedOutput("cpu", codec, "hd", 30, false, 1, outputMs);
    }
}
