package io.streamverse.server.playback;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Stage;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What nobody may, nobody can; and who tried has changed nothing.
class ContractAttacksIT {
    private static final Attacks ATTACKS = new Attacks(Stage.shared());
    private static final String BEFORE = ATTACKS.digest();

    static Stream<Attack> attacks() {
        return ATTACKS.all();
    }

    @AfterAll
    static void nothingOfTheVictimsHasChanged() {
        assertThat(ATTACKS.digest()).isEqualTo(BEFORE);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefused(Attack attack) {
        attack.demandRefused();
    }
}
