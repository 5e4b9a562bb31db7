package io.streamverse.media.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuiltInLaddersTest {
    @Test
    void thereIsOnePerCodec() {
        assertThat(BuiltInLadders.names()).containsExactly("h264", "hevc", "vp9", "av1");
        assertThat(BuiltInLadders.find("h265")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachIsWhatOursMustBe(Codec codec) {
        var ladder = BuiltInLadders.of(codec);

        assertThat(LadderRules.check(ladder)).isEmpty();
        assertThat(ladder.video())
                .extracting(VideoRung::height)
                .containsExactly(234, 360, 480, 540, 720, 1080, 1440, 2160);
        assertThat(ladder.video()).allSatisfy(rung -> {
            assertThat(rung.codec()).isEqualTo(codec);
            assertThat(rung.peakKbps()).isLessThanOrEqualTo(rung.kbps() * 3 / 2 + 1);
        });
        assertThat(ladder.audio())
                .containsExactly(
                        new AudioRung("64k", 64, 2), new AudioRung("128k", 128, 2), new AudioRung("384k", 384, 6));
    }

    @Test
    void h264ReachesFromPoorNetworksToTheBestScreens() {
        var rungs = BuiltInLadders.of(Codec.H264).video();

        assertThat(rungs.stream().map(VideoRung::kbps).toList())
                .isEqualTo(List.of(145, 365, 730, 1600, 3200, 6000, 11_000, 20_000));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "H264")
    void theBetterCodecsNeedFewerBits(Codec codec) {
        var old = BuiltInLadders.of(Codec.H264).video();
        var better = BuiltInLadders.of(codec).video();

        for (int i = 0; i < old.size(); i++) {
            assertThat(better.get(i).kbps()).isLessThan(old.get(i).kbps());
        }
    }
}
