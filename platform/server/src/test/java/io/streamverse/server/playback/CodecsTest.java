package io.streamverse.server.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodecsTest {
    @Test
    void devicesMaySayCodecsAsTheyLike() {
        assertThat(Codecs.names(List.of("avc1.640028", "HEVC", "hvc1.2.4.L120", "vp09.00.10.08", "mp4a.40.2", "odd")))
                .containsExactlyInAnyOrder("h264", "hevc", "vp9");
    }

    @Test
    void devicesMaySayKeySystemsAsTheyLike() {
        assertThat(Codecs.keySystems(List.of("org.w3.clearkey", "Widevine", "com.apple.fps", "odd")))
                .containsExactlyInAnyOrder("clearkey", "widevine", "fairplay");
    }
}
