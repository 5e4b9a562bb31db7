package io.streamverse.media.captions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Whatever comes in: clear faults, or WebVTT that reads as itself and holds no tag but its own.
class CaptionsFuzzTest {
    private static final String[] PIECES = {
        "WEBVTT",
        "\n",
        "\n\n",
        "\r\n",
        "00:00:01.000 --> 00:00:02.000",
        "00:01,5 --> 00:02,5",
        " ",
        "<",
        ">",
        "</",
        "<b>",
        "<script>",
        "<v Ann>",
        "</v>",
        "<c.a.b>",
        "&",
        "&amp;",
        "&#60;",
        "&lt;",
        "&#x1F600;",
        "&nbsp;",
        "-->",
        "align:start",
        "line:5%",
        "NOTE",
        "STYLE",
        "x",
        "é",
        "\u2028",
        "\u0085",
        "\ud83d\ude00",
        "1",
        "\t",
        "--",
        "<00:00:01.500>",
        "&#13;"
    };
    private static final Pattern TAGS = Pattern.compile("</?(b|i|u|c|v|lang|ruby|rt)\\b[^<>&]*>|<[0-9:.]+>");

    @RepeatedTest(20)
    void whatComesOutIsClean(RepetitionInfo run) {
        var random = new SplittableRandom(run.getCurrentRepetition());

        for (int i = 0; i < 300; i++) {
            tried(pieces(random).getBytes(UTF_8), random.nextBoolean() ? Format.VTT : Format.SRT);
            var noise = new byte[random.nextInt(100)];
            random.nextBytes(noise);
            tried(noise, Format.SRT);
        }
    }

    private static String pieces(SplittableRandom random) {
        var file = new StringBuilder("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n");
        for (int i = random.nextInt(40); i > 0; i--) {
            file.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return file.toString();
    }

    private static void tried(byte[] file, Format format) {
        try {
            var captions = Captions.read(file, format);
            var written = captions.webVtt();

            assertThat(Captions.read(written.getBytes(UTF_8), Format.VTT)).isEqualTo(captions);
            assertThat(captions.cues())
                    .allSatisfy(cue ->
                            assertThat(TAGS.matcher(cue.text()).replaceAll("")).doesNotContain("<", ">"));
        } catch (BrokenCaptions refused) {
            assertThat(refused.faults()).isNotEmpty();
        }
    }
}
