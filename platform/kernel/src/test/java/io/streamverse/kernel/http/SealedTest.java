package io.streamverse.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.security.Digests;
import org.junit.jupiter.api.Test;

class SealedTest {
    private static final Sealed MINE = Sealed.under(Digests.sha256("my credential"));
    private static final Sealed ANOTHERS = Sealed.under(Digests.sha256("another credential"));

    @Test
    void whoClosedItCanOpenIt() {
        assertThat(MINE.open(MINE.close("the answer"))).isEqualTo("the answer");
    }

    @Test
    void whatIsClosedShowsNothing() {
        assertThat(MINE.close("the answer")).doesNotContain("answer").isNotEqualTo(MINE.close("the answer"));
    }

    /// As when a key was rotated between a call and its repetition.
    @Test
    void anotherCredentialIsAConflictAndNoFault() {
        var sealed = MINE.close("the answer");

        assertThatThrownBy(() -> ANOTHERS.open(sealed))
                .isInstanceOfSatisfying(
                        Conflict.class, it -> assertThat(it.code()).isEqualTo("idempotency.key.reused"));
    }
}
