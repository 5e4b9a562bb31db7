package io.streamverse.worker.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.media.ladder.Codec;
import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.plan.VideoTrack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecipeTest {
    @ParameterizedTest
    @EnumSource(Codec.class)
    void everyCodecHasOneForProcessors(Codec codec) {
        var track = Films.track(codec, 320, 180, Films.PAL);

        assertThat(Recipe.find(track, Accelerator.CPU)).isPresent();
    }

    @Test
    void theTracksFiguresAreFilledIn() {
        var recipe = Recipe.find(Films.track(Codec.H264, 320, 180, Films.PAL), Accelerator.CPU)
                .orElseThrow();

        assertThat(String.join(" ", recipe.options(500, 600, 48)))
                .contains("-c:v libx264", "-g 48", "-b:v 500k", "-maxrate 600k")
                .doesNotContain("{");
    }

    @Test
    void hdrIsMadeWithTenBits() {
        var track = new VideoTrack("v-hevc-180", Codec.HEVC, 320, 180, Films.PAL, 50, 100, 200, 300, true);

        assertThat(Recipe.find(track, Accelerator.CPU)).map(Recipe::pixelFormat).contains("yuv420p10le");
    }
}
