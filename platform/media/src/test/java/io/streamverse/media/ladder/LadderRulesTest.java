package io.streamverse.media.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderRulesTest {
    private static final VideoRung SD = new VideoRung("sd", Codec.H264, 480, 800, 1200, 60);
    private static final VideoRung HD = new VideoRung("hd", Codec.H264, 1080, 5000, 7500, 60);
    private static final AudioRung STEREO = new AudioRung("128k", 128, 2);

    @Test
    void aLadderMayBeShortOrAllSound() {
        assertThat(check(List.of(SD), List.of())).isEmpty();
        assertThat(check(List.of(), List.of(STEREO))).isEmpty();
    }

    @Test
    void itHasARungButNotTooMany() {
        assertThat(check(List.of(), List.of())).containsExactly("/video");
        assertThat(check(Collections.nCopies(25, SD), List.of())).contains("/video");
        assertThat(check(List.of(), Collections.nCopies(9, STEREO))).contains("/audio");
    }

    @Test
    void eachCodecAscendsForItself() {
        var hevc = new VideoRung("sd-hevc", Codec.HEVC, 480, 500, 750, 60);

        assertThat(check(List.of(SD, HD, hevc), List.of())).isEmpty();
        assertThat(check(List.of(HD, SD), List.of())).containsExactly("/video/1/kbps", "/video/1/height");
    }

    @Test
    void namesAreUniqueAndFitAnAddress() {
        var odd = new VideoRung("Full HD", Codec.H264, 1080, 5000, 7500, 60);
        var twice = new VideoRung("sd", Codec.H264, 1080, 5000, 7500, 60);

        assertThat(check(List.of(SD, odd), List.of())).containsExactly("/video/1/name");
        assertThat(check(List.of(SD, twice), List.of())).containsExactly("/video/1/name");
    }

    @Test
    void figuresStayWithinBounds() {
        var odd = new VideoRung("odd", Codec.AV1, 145, 49, 99, 240);

        assertThat(check(List.of(odd), List.of()))
                .containsExactly("/video/0/height", "/video/0/kbps", "/video/0/peakKbps", "/video/0/maxFrameRate");
    }

    @Test
    void everybodyHearsSomething() {
        var surround = new AudioRung("384k", 384, 6);
        var quad = new AudioRung("quad", 256, 4);

        assertThat(check(List.of(), List.of(surround))).containsExactly("/audio");
        assertThat(check(List.of(), List.of(STEREO, surround))).isEmpty();
        assertThat(check(List.of(), List.of(STEREO, quad))).containsExactly("/audio/1/channels");
        assertThat(check(List.of(), List.of(STEREO, new AudioRung("same", 128, 2))))
                .containsExactly("/audio/1");
    }

    private static List<String> check(List<VideoRung> video, List<AudioRung> audio) {
        return LadderRules.check(new Ladder(video, audio)).stream()
                .map(LadderFault::pointer)
                .toList();
    }
}
