package io.streamverse.server.branding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ThemeTest {
    private static final double AA = 4.5;
    private static final double SHAPES = 3;

    @Test
    void contrastIsCountedAsWcagDoes() {
        assertThat(Color.BLACK.contrast(Color.WHITE)).isEqualTo(21.0);
        assertThat(Color.of("#767676").contrast(Color.WHITE)).isBetween(4.54, 4.55);
        assertThat(Color.of("#3d5afe").hex()).isEqualTo("#3d5afe");
    }

    @Test
    void theColoursOfTheBrandAreKeptWhereTheyCanBeRead() {
        var theme = Theme.of(Color.of("#3d5afe"), Color.of("#0b0d12"));

        assertThat(theme.dark().background()).isEqualTo("#0b0d12");
        assertThat(theme.dark().primary()).isEqualTo("#3d5afe");
        assertThat(theme.light().background()).isEqualTo("#f7f7f9");
        assertThat(Theme.of(Color.of("#3d5afe"), Color.of("#fff8e7")).light().background())
                .isEqualTo("#fff8e7");
    }

    @ParameterizedTest
    @MethodSource("brands")
    void whateverIsChosenCanBeRead(String primary, String background) {
        var theme = Theme.of(Color.of(primary), Color.of(background));

        for (var it : List.of(theme.dark(), theme.light())) {
            for (var ground : List.of(it.background(), it.surface(), it.raised())) {
                assertReads(it.text(), ground, AA);
                assertReads(it.muted(), ground, AA);
                assertReads(it.accent(), ground, AA);
                assertReads(it.danger(), ground, AA);
            }
            assertReads(it.onPrimary(), it.primary(), AA);
            assertReads(it.line(), it.background(), SHAPES);
        }
    }

    static Stream<Arguments> brands() {
        var random = new Random(6);
        return Stream.concat(
                Stream.of(
                        Arguments.of("#ffff00", "#ffffff"),
                        Arguments.of("#000000", "#000000"),
                        Arguments.of("#808080", "#808080")),
                Stream.generate(() -> Arguments.of(any(random), any(random))).limit(200));
    }

    private static String any(Random random) {
        return "#%06x".formatted(random.nextInt(1 << 24));
    }

    private static void assertReads(String text, String ground, double least) {
        assertThat(Color.of(text).contrast(Color.of(ground)))
                .as("%s on %s", text, ground)
                .isGreaterThanOrEqualTo(least);
    }
}
