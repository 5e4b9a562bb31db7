package io.streamverse.media.captions;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class CaptionsTest {
    private static final String SRT = """
            1
            00:00:01,000 --> 00:00:02,500
            Où est-il ?

            2
            00:00:03,000 --> 00:00:04,000
            <i>Là-bas.</i>
            """;

    private static final String AS_VTT = """
            WEBVTT

            00:00:01.000 --> 00:00:02.500
            Où est-il ?

            00:00:03.000 --> 00:00:04.000
            <i>Là-bas.</i>
            """;

    @Test
    void srtBecomesWebVtt() {
        assertThat(srt(SRT.getBytes(UTF_8))).isEqualTo(AS_VTT);
    }

    @Test
    void linesEndAsTheyLike() {
        assertThat(srt(SRT.replace("\n", "\r\n").getBytes(UTF_8))).isEqualTo(AS_VTT);
        assertThat(srt(SRT.replace("\n", "\r").getBytes(UTF_8))).isEqualTo(AS_VTT);
    }

    @Test
    void whateverEncodingToolsHaveWritten() {
        assertThat(srt(("\ufeff" + SRT).getBytes(UTF_8))).isEqualTo(AS_VTT);
        assertThat(srt(("\ufeff" + SRT).getBytes(UTF_16BE))).isEqualTo(AS_VTT);
        assertThat(srt(("\ufeff" + SRT).getBytes(UTF_16LE))).isEqualTo(AS_VTT);
        assertThat(srt(SRT.getBytes(ISO_8859_1))).isEqualTo(AS_VTT);
        assertThat(srt(SRT.replace("-", "\u2013")
                        .replace("\u2013\u2013>", "-->")
                        .getBytes(Charset.forName("windows-1252"))))
                .contains("est\u2013il");
    }

    @Test
    void anEmptyLineWithinATextOfSrtDoesNotEndIt() {
        var file = "1\n00:00:01,000 --> 00:00:02,000\nOne\n\nand two\n\n2\n0:00:03,0 --> 0:00:04,5 X1:1 X2:2\n1984\n";

        assertThat(srt(file.getBytes(UTF_8))).isEqualTo("""
                WEBVTT

                00:00:01.000 --> 00:00:02.000
                One
                and two

                00:00:03.000 --> 00:00:04.500
                1984
                """);
    }

    @Test
    void whatIsCanonicalStaysAsItIs() {
        assertThat(vtt(AS_VTT)).isEqualTo(AS_VTT);
    }

    @Test
    void placesVoicesAndMarksAreKept() {
        var cue = """
                WEBVTT

                00:00:01.000 --> 00:00:02.000 line:10%,start position:50% size:80% align:center vertical:rl
                <v.loud Ann>What is <b>that</b>?</v>
                <c.yellow.bg_blue>A</c> <lang fr>chien</lang>
                <ruby>漢<rt>kan</rt></ruby> <00:00:01.500>R&amp;D
                """;

        assertThat(vtt(cue)).isEqualTo(cue);
    }

    @Test
    void whatAPlayerDoesNotNeedIsLeftAway() {
        var file = """
                WEBVTT - by a tool
                Kind: captions

                STYLE
                ::cue { background: url(https://evil.example/x) }

                REGION
                id:fred

                NOTE
                for the colleagues

                the first
                01:00.000 --> 01:02.000 region:fred align:middle align:start align:end colour:red
                Text
                """;

        assertThat(vtt(file)).isEqualTo("""
                WEBVTT

                00:01:00.000 --> 00:01:02.000 align:start
                Text
                """);
    }

    @Test
    void nothingPassesThatABrowserWouldRun() {
        assertThat(text("<script>alert(1)</script>")).isEqualTo("alert(1)");
        assertThat(text("<img src=x onerror=alert(1)>hi")).isEqualTo("hi");
        assertThat(text("<<script>script>")).isEqualTo("&lt;script&gt;");
        assertThat(text("<b onclick=x>b</b>")).isEqualTo("b");
        assertThat(text("<b>open")).isEqualTo("<b>open</b>");
        assertThat(text("a < b > c & d")).isEqualTo("a &lt; b &gt; c &amp; d");
        assertThat(text("&lt;script&gt; &#60;b&#62; &#0; &unknown;"))
                .isEqualTo("&lt;script&gt; &lt;b&gt;  &amp;unknown;");
        assertThat(text("<v Ann\" onload=x>hi")).isEqualTo("<v Ann\" onload=x>hi</v>");
    }

    @Test
    void theyMoveWithTheirSource() {
        var captions = Captions.read(AS_VTT.getBytes(UTF_8), Format.VTT);

        assertThat(captions.shift(500).webVtt()).contains("00:00:01.500 --> 00:00:03.000");
        assertThat(captions.shift(-2000).webVtt())
                .contains("00:00:00.000 --> 00:00:00.500")
                .contains("00:00:01.000 --> 00:00:02.000");
        assertThat(captions.shift(-2500).cues()).hasSize(1);
    }

    private static String srt(byte[] file) {
        return Captions.read(file, Format.SRT).webVtt();
    }

    private static String vtt(String file) {
        return Captions.read(file.getBytes(UTF_8), Format.VTT).webVtt();
    }

    private static String text(String line) {
        var file = "WEBVTT\n\n00:01.000 --> 00:02.000\n" + line + "\n";
        return Captions.read(file.getBytes(UTF_8), Format.VTT).cues().getFirst().text();
    }
}
