package io.streamverse.server.drm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.kernel.problem.DomainException;
import io.streamverse.media.work.ContentKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClearKeyTest {
    private static final String KID = "LwVHf8JLtPrv2GUXFW2v_A";

    /// The example of Encrypted Media Extensions, 9.1.3 and 9.1.4.
    @Test
    void theStandardsExampleIsAnswered() {
        var request = ClearKey.read(bytes("{\"kids\":[\"%s\"],\"type\":\"temporary\"}".formatted(KID)));

        assertThat(request.keyIds()).containsExactly("2f05477fc24bb4faefd86517156daffc");
        assertThat(request.persistent()).isFalse();
        var key = new ContentKey(request.keyIds().getFirst(), "00112233445566778899aabbccddeeff", "00".repeat(16));
        assertThat(StandardCharsets.UTF_8
                        .decode(request.answer(List.of(key)).body())
                        .toString())
                .isEqualTo("""
                        {"keys":[{"kty":"oct","kid":"%s","k":"ABEiM0RVZneImaq7zN3u_w"}],"type":"temporary"}""".formatted(KID));
    }

    @Test
    void withoutATypeItIsTemporary() {
        assertThat(ClearKey.read(bytes("{\"kids\":[\"%s\",\"%s\"]}".formatted(KID, KID)))
                        .keyIds())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"kids\":[]}",
                "{\"kids\":\"LwVHf8JLtPrv2GUXFW2v_A\"}",
                "{\"kids\":[1]}",
                "{\"kids\":[\"short\"]}",
                "{\"kids\":[\"LwVHf8JLtPrv2GUXFW2v/A\"]}",
                "{\"kids\":[\"LwVHf8JLtPrv2GUXFW2v_A==\"]}",
                "{\"kids\":[\"LwVHf8JLtPrv2GUXFW2v_A\"],\"type\":\"forever\"}",
                "{\"kids\":[\"LwVHf8JLtPrv2GUXFW2v_A\"],\"more\":1}",
                "{\"kids\":[\"LwVHf8JLtPrv2GUXFW2v_A\"],\"kids\":[]}",
                "{\"kids\":[\"LwVHf8JLtPrv2GUXFW2v_A\"]}{}",
                "{\"kids\":[[[[[[[[\"LwVHf8JLtPrv2GUXFW2v_A\"]]]]]]]]}",
                "<xml/>"
            })
    void whatIsNoRequestIsRefused(String text) {
        assertThatThrownBy(() -> ClearKey.read(bytes(text)))
                .isInstanceOfSatisfying(
                        DomainException.class, it -> assertThat(it.code()).isEqualTo("drm.challenge.malformed"));
    }

    @Test
    void tooManyKeysAreRefused() {
        var kids = "\"%s\",".formatted(KID).repeat(65);

        assertThatThrownBy(() -> ClearKey.read(bytes("{\"kids\":[%s\"%s\"]}".formatted(kids, KID))))
                .isInstanceOf(DomainException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
