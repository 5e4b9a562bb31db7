package io.streamverse.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Metropolis",
                "مَدِينَة\u200F",
                "\u2067שלום\u2069 Berlin",
                "七人の侍",
                "👩‍👩‍👧",
                "<script>alert(1)</script>",
                "Cafe\u0301",
                "'; DROP TABLE title; --"
            })
    void everyScriptIsALine(String text) {
        assertThat(PlainText.isLine(text)).isTrue();
        assertThat(PlainText.isProse(text + "\n" + text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "two\nlines",
                "two\u2028lines",
                "tab\there",
                "bell\u0007",
                "\u202Egnp.exe",
                "\u0085",
                "\u007F"
            })
    void whatHidesOrTurnsRoundIsNone(String text) {
        assertThat(PlainText.isLine(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt-BR", "zh-Hant-TW", "es-419", "de-CH-1996", "sr-Latn"})
    void aLanguageHasOneSpelling(String tag) {
        assertThat(PlainText.isLanguage(tag)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e", "pt_BR", "pt-br", "EN", "und", "en-", "*", "../en", "en\n"})
    void whatIsNoLanguageOrSpeltOtherwiseIsRefused(String tag) {
        assertThat(PlainText.isLanguage(tag)).isFalse();
    }
}
