package io.streamverse.media.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.media.index.Scheme;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PsshTest {
    @Test
    void theCommonBoxListsTheKey() {
        assertThat(hex(Pssh.common(Films.KEY_ID)))
                .isEqualTo("00000034" + "70737368" + "01000000" + "1077efecc0b24d02ace33c1e52e2fb4b" + "00000001"
                        + Films.KEY_ID + "00000000");
    }

    @Test
    void widevineGetsKeyContentAndScheme() {
        assertThat(hex(Pssh.widevine(Films.KEY_ID, "ast_1", Scheme.CENC)))
                .isEqualTo("0000003f" + "70737368" + "00000000" + "edef8ba979d64acea3c827dcd51d21ed" + "0000001f"
                        + "1210" + Films.KEY_ID + "2205" + "6173745f31" + "48e3dc959b06");
        assertThat(hex(Pssh.widevine(Films.KEY_ID, "ast_1", Scheme.CBCS))).endsWith("48f3c6899b06");
    }

    @Test
    void playReadyGetsTheKeyAsMicrosoftWritesIt() {
        var header = new String(
                Base64.getDecoder().decode(Pssh.playReadyHeader(Films.KEY_ID, Scheme.CENC)), StandardCharsets.UTF_16LE);

        assertThat(header).contains("ALGID=\"AESCTR\"", "VALUE=\"MyIRAFVEd2aImaq7zN3u/w==\"");
        assertThat(hex(Pssh.playReady(Films.KEY_ID, Scheme.CENC))).contains("9a04f07998404286ab92e65be0885f95");
    }

    private static String hex(String base64) {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
    }
}
