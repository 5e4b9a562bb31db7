package io.streamverse.kernel.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SealedTest {
    private static final Sealed MINE = Sealed.under(Digests.sha256("my credential"));
    private static final Sealed ANOTHERS = Sealed.under(Digests.sha256("another credential"));

    @Test
    void whoClosedItCanOpenIt() {
        assertThat(MINE.open(MINE.close("the answer"))).contains("the answer");
    }

    @Test
    void whatIsClosedShowsNothing() {
        assertThat(MINE.close("the answer")).doesNotContain("answer").isNotEqualTo(MINE.close("the answer"));
    }

    @Test
    void nobodyElseCanAndNothingChangedIsOpened() {
        var sealed = MINE.close("the answer");
        var changed = (sealed.startsWith("A") ? "B" : "A") + sealed.substring(1);

        assertThat(ANOTHERS.open(sealed)).isEmpty();
        assertThat(MINE.open(changed)).isEmpty();
    }
}
