package io.streamverse.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.security.Digests;
import io.streamverse.kernel.security.Sealed;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsoleSessionTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private final Sealed ours = Sealed.under(Digests.sha256("ours"));
    private final ConsoleSession session = new ConsoleSession("sv_live_secret", "live", NOON);

    @Test
    void aCookieHoldsItsKeyAndShowsNothingOfIt() {
        var cookie = session.closed(ours);

        assertThat(cookie).doesNotContain("sv_live");
        assertThat(ConsoleSession.opened(cookie, ours, NOON.minusSeconds(1))).contains(session);
    }

    @Test
    void aSessionIsOverToTheSecond() {
        assertThat(ConsoleSession.opened(session.closed(ours), ours, NOON)).isEmpty();
    }

    @Test
    void aCookieClosedByOthersIsNone() {
        var theirs = session.closed(Sealed.under(Digests.sha256("theirs")));

        assertThat(ConsoleSession.opened(theirs, ours, NOON.minusSeconds(1))).isEmpty();
        assertThat(ConsoleSession.opened("rubbish", ours, NOON.minusSeconds(1))).isEmpty();
        assertThat(ConsoleSession.opened("%%%", ours, NOON.minusSeconds(1))).isEmpty();
    }
}
