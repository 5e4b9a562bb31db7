package io.streamverse.media.protection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyTierTest {
    @Test
    void aPictureHasTheTierOfItsNarrowSide() {
        assertThat(KeyTier.of(1024, 576)).isEqualTo(KeyTier.SD);
        assertThat(KeyTier.of(1280, 720)).isEqualTo(KeyTier.HD);
        assertThat(KeyTier.of(1080, 1920)).isEqualTo(KeyTier.HD);
        assertThat(KeyTier.of(2560, 1440)).isEqualTo(KeyTier.UHD);
    }

    @Test
    void whoMaySeeSmallPicturesHasNoKeyOfLargeOnes() {
        assertThat(KeyTier.values()).filteredOn(it -> it.within(576)).containsExactly(KeyTier.AUDIO, KeyTier.SD);
        assertThat(KeyTier.values())
                .filteredOn(it -> it.within(1080))
                .containsExactly(KeyTier.AUDIO, KeyTier.SD, KeyTier.HD);
        assertThat(KeyTier.values()).filteredOn(it -> it.within(2160)).hasSize(4);
    }
}
