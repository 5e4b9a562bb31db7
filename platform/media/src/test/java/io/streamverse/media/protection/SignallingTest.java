package io.streamverse.media.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamverse.media.index.Scheme;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Against the boxes that Shaka Packager 3.4.2 writes for the same key.
class SignallingTest {
    private static final String KEY_ID = "0123456789abcdeffedcba9876543210";
    private static final String COMMON_SYSTEM =
            "AAAANHBzc2gBAAAAEHfv7MCyTQKs4zweUuL7SwAAAAEBI0VniavN7/7cuph2VDIQAAAAAA==";
    private static final String WIDEVINE_CENC =
            "AAAAOHBzc2gAAAAA7e+LqXnWSs6jyCfc1R0h7QAAABgSEAEjRWeJq83v/ty6mHZUMhBI49yVmwY=";
    private static final String WIDEVINE_CBCS =
            "AAAAOHBzc2gAAAAA7e+LqXnWSs6jyCfc1R0h7QAAABgSEAEjRWeJq83v/ty6mHZUMhBI88aJmwY=";
    private static final String PLAYREADY_CBCS = """
            AAAB3nBzc2gAAAAAmgTweZhAQoarkuZb4IhflQAAAb6+AQAAAQABALQBPABXAFIATQBIAEUAQQBEAEUAUgAgAHgAbQBsAG4AcwA9ACIA\
            aAB0AHQAcAA6AC8ALwBzAGMAaABlAG0AYQBzAC4AbQBpAGMAcgBvAHMAbwBmAHQALgBjAG8AbQAvAEQAUgBNAC8AMgAwADAANwAvADAA\
            MwAvAFAAbABhAHkAUgBlAGEAZAB5AEgAZQBhAGQAZQByACIAIAB2AGUAcgBzAGkAbwBuAD0AIgA0AC4AMwAuADAALgAwACIAPgA8AEQA\
            QQBUAEEAPgA8AFAAUgBPAFQARQBDAFQASQBOAEYATwA+ADwASwBJAEQAUwA+ADwASwBJAEQAIABBAEwARwBJAEQAPQAiAEEARQBTAEMA\
            QgBDACIAIABWAEEATABVAEUAPQAiAFoAMABVAGoAQQBhAHUASgA3ADgAMwArADMATABxAFkAZABsAFEAeQBFAEEAPQA9ACIAPgA8AC8A\
            SwBJAEQAPgA8AC8ASwBJAEQAUwA+ADwALwBQAFIATwBUAEUAQwBUAEkATgBGAE8APgA8AC8ARABBAFQAQQA+ADwALwBXAFIATQBIAEUA\
            QQBEAEUAUgA+AA==""";

    /// As the packager writes it, but for the optional CHECKSUM, which cannot be told without the key.
    private static final String HEADER_CENC = """
            <WRMHEADER xmlns="http://schemas.microsoft.com/DRM/2007/03/PlayReadyHeader" version="4.0.0.0"><DATA>\
            <PROTECTINFO><KEYLEN>16</KEYLEN><ALGID>AESCTR</ALGID></PROTECTINFO><KID>Z0UjAauJ783+3LqYdlQyEA==</KID>\
            </DATA></WRMHEADER>""";

    @Test
    void theCommonSystemsBoxListsTheKey() {
        assertThat(Signalling.of(KEY_ID, Scheme.CENC).commonSystem()).isEqualTo(COMMON_SYSTEM);
        assertThat(Signalling.of(KEY_ID, Scheme.CBCS).commonSystem()).isEqualTo(COMMON_SYSTEM);
    }

    @Test
    void widevinesBoxIsThePackagersWhereThatHasNoContentId() {
        assertThat(widevine(Scheme.CENC, "")).isEqualTo(WIDEVINE_CENC);
        assertThat(widevine(Scheme.CBCS, "")).isEqualTo(WIDEVINE_CBCS);
    }

    @Test
    void widevinesBoxNamesContentByTheKey() {
        assertThat(Signalling.of(KEY_ID, Scheme.CBCS).widevine()).isEqualTo(widevine(Scheme.CBCS, KEY_ID));
        assertThat(new String(Base64.getDecoder().decode(widevine(Scheme.CBCS, KEY_ID)), StandardCharsets.ISO_8859_1))
                .contains("\" " + KEY_ID);
    }

    @Test
    void playReadysBoxIsThePackagers() {
        assertThat(Signalling.of(KEY_ID, Scheme.CBCS).playReady()).isEqualTo(PLAYREADY_CBCS);
        var box = Base64.getDecoder().decode(PLAYREADY_CBCS);
        assertThat(Base64.getDecoder().decode(Signalling.of(KEY_ID, Scheme.CBCS).playReadyObject()))
                .isEqualTo(Arrays.copyOfRange(box, 32, box.length));
    }

    @Test
    void playReadysOlderHeaderIsForCenc() {
        var object =
                Base64.getDecoder().decode(Signalling.of(KEY_ID, Scheme.CENC).playReadyObject());

        assertThat(new String(object, 10, object.length - 10, StandardCharsets.UTF_16LE))
                .isEqualTo(HEADER_CENC);
        assertThat(object).startsWith(object.length & 0xff, object.length >> 8, 0, 0, 1, 0, 1, 0);
    }

    @Test
    void fairPlayGetsAnAddress() {
        var signalling = Signalling.of(KEY_ID, Scheme.CBCS);

        assertThat(signalling.fairPlayUri()).isEqualTo("skd://01234567-89ab-cdef-fedc-ba9876543210");
        assertThat(signalling.boxes())
                .containsOnlyKeys(Signalling.WIDEVINE, Signalling.PLAYREADY, Signalling.COMMON_SYSTEM);
    }

    @Test
    void whatIsClearHasNothingToSay() {
        assertThatIllegalArgumentException().isThrownBy(() -> Signalling.of(KEY_ID, Scheme.NONE));
    }

    private static String widevine(Scheme scheme, String contentId) {
        var data = WidevineHeader.of(List.of(KEY_ID), contentId.getBytes(StandardCharsets.US_ASCII), scheme);
        return Base64.getEncoder().encodeToString(PsshBox.version0(Signalling.WIDEVINE, data));
    }
}
