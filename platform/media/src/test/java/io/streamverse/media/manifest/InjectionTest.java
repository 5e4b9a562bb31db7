package io.streamverse.media.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people type as labels, and what files call languages, stays that, whatever it is.
class InjectionTest {
    private static final String SOME = "\"'<>&\n\r\t\0,=#;:]]>\u0085\u2028\ud800\uffff\u00e9\ud83c\udfac a";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\",URI=\"https://evil.example/x.m3u8",
                "x\"\n#EXT-X-MEDIA:TYPE=AUDIO,URI=\"evil",
                "x\r\nhttps://evil.example/x.m3u8",
                "</Label></AdaptationSet><AdaptationSet>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;",
                "<![CDATA[x]]>",
                "\u0000\ufffe\ud800"
            })
    void aLabelNeverBecomesMore(String label) {
        assertHarmless(label);
    }

    @RepeatedTest(200)
    void norDoesNoise(RepetitionInfo run) {
        var random = new SplittableRandom(run.getCurrentRepetition());
        var label = new StringBuilder();
        for (int i = random.nextInt(300); i > 0; i--) {
            label.append(SOME.charAt(random.nextInt(SOME.length())));
        }
        assertHarmless(label.toString());
    }

    private static void assertHarmless(String label) {
        assertHarmless(Films.labelled(label, Subtitles.Role.SUBTITLES));
        assertHarmless(Films.labelled(label, "English", Subtitles.Role.CAPTIONS));
    }

    private static void assertHarmless(Programme film) {
        var plain = Films.labelled("plain", film.subtitles().getFirst().role());

        var playlist = Playlist.read(Hls.multivariant(film));
        var mpd = Mpd.read(Dash.manifest(film));

        assertThat(playlist.lines())
                .hasSameSizeAs(Playlist.read(Hls.multivariant(plain)).lines());
        assertThat(playlist.addresses())
                .isEqualTo(Playlist.read(Hls.multivariant(plain)).addresses());
        assertThat(playlist.all("EXT-X-MEDIA").getLast().attributes().keySet())
                .isEqualTo(Playlist.read(Hls.multivariant(plain))
                        .all("EXT-X-MEDIA")
                        .getLast()
                        .attributes()
                        .keySet());
        assertThat(mpd.element().getElementsByTagName("*").getLength())
                .isEqualTo(Mpd.read(Dash.manifest(plain))
                        .element()
                        .getElementsByTagName("*")
                        .getLength());
        assertThat(Mpd.children(mpd.sets("text").getFirst(), "Label")).hasSize(1);
    }
}
