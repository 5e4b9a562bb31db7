package io.streamverse.server.browse;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Stage;
import org.junit.jupiter.api.Test;

class HistoryIT {
    private static final Stage STAGE = Stage.shared();
    private static final String HISTORY = "/viewer/v1/history";
    private final Theatre theatre = new Theatre(STAGE);
    private final Theatre.Fan fan = theatre.fan();

    @Test
    void itIsLeafedThroughNewestFirst() {
        var profile = fan.firstProfile();
        theatre.watched(profile, theatre.title("First"), 1_000);
        theatre.watched(profile, theatre.title("Second"), 600_000);
        theatre.watched(profile, theatre.title("Third"), 30_000);

        var page = fan.api().get(HISTORY + "?limit=2");

        assertThat(Theatre.names(page)).containsExactly("Third", "Second");
        assertThat(page.at("/data/0/positionSeconds")).isEqualTo("30");
        var next = fan.api().get(HISTORY + "?limit=2&after=" + page.at("/next"));
        assertThat(Theatre.names(next)).containsExactly("First");
        assertThat(next.at("/hasMore")).isEqualTo("false");
    }

    @Test
    void aTitleIsForgotten() {
        var id = theatre.title("Secret");
        theatre.watched(fan.firstProfile(), id, 60_000);

        assertThat(fan.api().delete(HISTORY + "/" + id).status()).isEqualTo(204);

        assertThat(Theatre.names(fan.api().get(HISTORY))).isEmpty();
    }

    @Test
    void itIsNobodyElses() {
        assertThat(theatre.tenant.guest().get(HISTORY).status()).isEqualTo(401);
        assertThat(fan.api().get(HISTORY + "?after=bm9uZQ").code()).isEqualTo("http.cursor.invalid");
    }
}
