package io.streamverse.engines;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlatformTest {
    @Test
    void linuxOnIntelWithGlibcIsAtHome() {
        assertThatNoException().isThrownBy(() -> Platform.check("Linux", "amd64", true));
    }

    @Test
    void anotherPlatformIsNamed() {
        assertThatThrownBy(() -> Platform.check("Mac OS X", "aarch64", false))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("this is Mac OS X aarch64:");
        assertThatThrownBy(() -> Platform.check("Linux", "amd64", false))
                .hasMessageContaining("this is Linux amd64 without glibc:");
    }
}
