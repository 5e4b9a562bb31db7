package io.streamverse.server.playback;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Were any guard to go, the attacks would tell.
class GuardsIT {
    private static final Random ANY_ORDER = new Random(7);
    private static List<Attack> attacks;

    @BeforeAll
    static void gather() {
        attacks = new ArrayList<>(new Attacks(Stage.shared()).all().toList());
        Collections.shuffle(attacks, ANY_ORDER);
    }

    @ParameterizedTest
    @EnumSource
    void noneIsNeedless(Guard guard) {
        guard.away(() -> assertThat(attacks.stream().anyMatch(it -> !it.isRefused()))
                .as("an attack succeeds without " + guard)
                .isTrue());
    }
}
