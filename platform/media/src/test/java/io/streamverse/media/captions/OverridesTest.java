package io.streamverse.media.captions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {
    @ParameterizedTest
    @CsvSource({"{\\an8}Above,Above", "a{\\i1}b{\\i0},ab", "{curly},{curly}", "{\\an8,{\\an8"})
    void whatOnlySubstationAlphaKnowsIsLeftOut(String written, String shown) {
        var file = "1\n00:00:01,000 --> 00:00:02,000\n%s\n".formatted(written).getBytes(UTF_8);

        assertThat(Captions.read(file, Format.SRT).cues().getFirst().text()).isEqualTo(shown);
    }
}
