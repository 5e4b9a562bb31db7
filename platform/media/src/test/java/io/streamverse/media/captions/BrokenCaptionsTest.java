package io.streamverse.media.captions;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class BrokenCaptionsTest {
    @Test
    void webVttBeginsWithItsName() {
        assertThat(vtt("00:01.000 --> 00:02.000\nHi\n")).containsExactly(new CaptionFault(1, "must be WEBVTT"));
        assertThat(vtt("WEBVTTX\n")).extracting(CaptionFault::line).containsExactly(1);
    }

    @Test
    void allFaultsAreTold() {
        var faults = vtt("""
                WEBVTT

                00:02.000 --> 00:01.000
                Backwards

                00:99.000 --> 01:00.000
                No such second

                00:00.500 --> 00:01.000
                Too early

                Lost text

                00:03.000 --> 00:04.000
                Hi\u0007
                """);

        assertThat(faults)
                .containsExactly(
                        new CaptionFault(3, "ends before it begins"),
                        new CaptionFault(6, "has no times that can be read"),
                        new CaptionFault(9, "begins before the cue above it"),
                        new CaptionFault(12, "should be a cue's times"),
                        new CaptionFault(15, "has control characters"));
    }

    @Test
    void cuesStandApart() {
        assertThat(srt("1\n00:00:01,000 --> 00:00:02,000\nA\n2\n00:00:03,000 --> 00:00:04,000\nB\n".getBytes(UTF_8)))
                .extracting(CaptionFault::line)
                .containsExactly(2);
    }

    @Test
    void aCueIsNoNovel() {
        assertThat(vtt("WEBVTT\n\n00:01.000 --> 00:02.000\n" + "x".repeat(1001)))
                .containsExactly(new CaptionFault(3, "has more than 20 lines or 1000 characters"), nothing());
        assertThat(vtt("WEBVTT\n\n00:01.000 --> 00:02.000\n" + "x\n".repeat(21)))
                .hasSize(2);
    }

    @Test
    void thereMayBeTooManyOrNone() {
        assertThat(vtt("WEBVTT\n")).containsExactly(nothing());
        assertThat(srt(new byte[0])).containsExactly(nothing());
        assertThat(vtt("WEBVTT\n\n" + "00:01.000 --> 00:02.000\nHi\n\n".repeat(Captions.MOST_CUES + 1)))
                .containsExactly(new CaptionFault(3 + 3 * Captions.MOST_CUES, "is one cue too many: at most 50000"));
        assertThat(srt(new byte[Captions.MOST_BYTES + 1]))
                .extracting(CaptionFault::line)
                .containsExactly(0);
    }

    @Test
    void whatIsNotTextIsSaidSo() {
        assertThat(srt(new byte[] {'1', '\n', 0, 1, 2})).containsExactly(new CaptionFault(2, "is not text"));
        assertThat(faults("WEBVTT\n\n00:01.000 --> 00:02.000\nÉ\n".getBytes(ISO_8859_1), Format.VTT))
                .containsExactly(new CaptionFault(4, "is not text in UTF-8"));
        assertThat(srt(new byte[] {(byte) 0xff, (byte) 0xfe, 'x'}))
                .containsExactly(new CaptionFault(0, "is not text in UTF-16LE"));
    }

    @Test
    void nobodyReadsAThousandFaults() {
        assertThat(vtt("WEBVTT\n\n" + "Lost\n\n".repeat(1000))).hasSize(20);
    }

    private static CaptionFault nothing() {
        return new CaptionFault(0, "holds no cues");
    }

    private static List<CaptionFault> vtt(String file) {
        return faults(file.getBytes(UTF_8), Format.VTT);
    }

    private static List<CaptionFault> srt(byte[] file) {
        return faults(file, Format.SRT);
    }

    private static List<CaptionFault> faults(byte[] file, Format format) {
        return catchThrowableOfType(BrokenCaptions.class, () -> Captions.read(file, format))
                .faults();
    }
}
