package io.streamverse.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlayableTitleTest {
    private static final LocalDate PREMIERE = LocalDate.of(2027, 3, 28);

    @Test
    void eachTerritoryOpensAtItsOwnMidnight() {
        var title = title(
                window(midnight("Pacific/Auckland", PREMIERE), null, "NZ"),
                window(midnight("Europe/Berlin", PREMIERE), null, "DE", "AT"),
                window(midnight("America/Los_Angeles", PREMIERE), null, "US"));
        var noonInAuckland = midnight("Pacific/Auckland", PREMIERE).plusSeconds(12 * 3600);

        assertThat(title.isOpen(noonInAuckland, "NZ")).isTrue();
        assertThat(title.isOpen(noonInAuckland, "DE")).isTrue();
        assertThat(title.isOpen(noonInAuckland, "US")).isFalse();
        assertThat(title.isOpen(midnight("America/Los_Angeles", PREMIERE), "US"))
                .isTrue();
        assertThat(title.isOpen(midnight("America/Los_Angeles", PREMIERE), "FR"))
                .isFalse();
    }

    /// The clocks of Berlin go forward that night: the day has 23 hours.
    @Test
    void aDayIsAsLongAsItIsThere() {
        var from = midnight("Europe/Berlin", PREMIERE);
        var until = midnight("Europe/Berlin", PREMIERE.plusDays(1));
        var title = title(window(from, until, "DE"));

        assertThat(title.isOpen(from.minusMillis(1), "DE")).isFalse();
        assertThat(title.isOpen(from, "DE")).isTrue();
        assertThat(title.isOpen(from.plusSeconds(23 * 3600 - 1), "DE")).isTrue();
        assertThat(title.isOpen(from.plusSeconds(23 * 3600), "DE")).isFalse();
    }

    @Test
    void noWindowIsAlwaysAndNoTerritoryEverywhere() {
        assertThat(title().isOpen(Instant.EPOCH, "DE")).isTrue();
        assertThat(title().isLicensedIn("DE")).isTrue();
        assertThat(title(window(null, null)).isOpen(Instant.EPOCH, "DE")).isTrue();
    }

    @Test
    void whereNoWindowEverOpensItIsNotLicensed() {
        var title = title(window(Instant.EPOCH, null, "DE"));

        assertThat(title.isLicensedIn("DE")).isTrue();
        assertThat(title.isLicensedIn("FR")).isFalse();
    }

    private static PlayableTitle title(Window... windows) {
        return new PlayableTitle("ttl_x", true, "ast_x", TitleAccess.FREE, List.of(windows), Set.of(), 0);
    }

    private static Window window(@Nullable Instant from, @Nullable Instant until, String... territories) {
        return new Window(from, until, Set.of(territories));
    }

    private static Instant midnight(String zone, LocalDate on) {
        return on.atStartOfDay(ZoneId.of(zone)).toInstant();
    }
}
