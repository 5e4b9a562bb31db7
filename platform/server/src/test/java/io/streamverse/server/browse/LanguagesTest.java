package io.streamverse.server.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    private static final List<String> THERE = List.of("de", "de-CH", "en", "pt-BR", "zh-Hant");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-CH | de-CH",
                "de-AT | de",
                "pt-PT,en;q=0.5 | pt-BR",
                "fr,de;q=0.3,en;q=0.2 | de",
                "en;q=0.1,DE;q=0.9 | de",
                "zh-Hant-TW | zh-Hant",
                "fr | en",
                "* | en",
                "'not, a; language=' | en",
                "de;q=0,en | en"
            })
    void theBestOfWhatThereIs(String accepted, String best) {
        assertThat(Languages.best(THERE, accepted)).contains(best);
    }

    @Test
    void whoAsksForNothingGetsEnglishOrElseTheFirst() {
        assertThat(Languages.best(THERE, null)).contains("en");
        assertThat(Languages.best(List.of("fr", "da"), null)).contains("da");
        assertThat(Languages.best(List.of("fr"), "x".repeat(10_000))).contains("fr");
        assertThat(Languages.best(List.of(), "en")).isEmpty();
    }
}
