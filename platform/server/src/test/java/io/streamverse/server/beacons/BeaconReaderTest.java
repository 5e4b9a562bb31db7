package io.streamverse.server.beacons;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.events.qoe.PlayerReported;
import io.streamverse.kernel.tenancy.TenantId;
import io.streamverse.kernel.tenancy.TenantSpace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BeaconReaderTest {
    private static final String FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Play PLAY = new Play(
            TenantSpace.live(new TenantId("ten_01k9m6xw3t8r5v2c7b4n1q0z6d")),
            "pbs_1",
            "ttl_1",
            "ast_1",
            60_000,
            "tv",
            "FR",
            "pseudonym",
            NOW);

    @Test
    void withoutConsentNothingTellsWhoWatched() {
        var denied = read("\"consent\":\"denied\"", "2026-11-30T12:00:00Z", "{}");
        var silent = read("\"consent\":\"of a kind unknown\"", "2026-11-30T12:00:00Z", "{}");

        assertThat(denied.viewer()).isNull();
        assertThat(denied.os()).isNull();
        assertThat(denied.browser()).isNull();
        assertThat(silent.viewer()).isNull();
    }

    @Test
    void withConsentTheUserAgentSaysTheRest() {
        var granted = read("\"consent\":\"granted\"", "2026-11-30T12:00:00Z", "{}");

        assertThat(granted.viewer()).isEqualTo("pseudonym");
        assertThat(granted.os()).isEqualTo("Windows");
        assertThat(granted.browser()).isEqualTo("Firefox");
        assertThat(granted.device()).isEqualTo("tv");
    }

    @Test
    void aPlayersClockMayBeWrong() {
        var sent = "2001-01-01T00:00:10Z";

        var moment = read("\"consent\":\"unset\"", sent, "{}").moments().getFirst();

        assertThat(moment.at()).isEqualTo(NOW.minus(Duration.ofSeconds(10)));
    }

    @Test
    void whatItTellsOfTomorrowHappensNow() {
        var moment = read("\"consent\":\"unset\"", "2000-12-31T00:00:00Z", "{}")
                .moments()
                .getFirst();

        assertThat(moment.at()).isEqualTo(NOW);
    }

    @Test
    void aFormulaIsNoWord() {
        var data = "{\"code\":\"=HYPERLINK(1)\",\"cdn\":\"edge-1\",\"watchedMs\":-5,\"kbps\":99999999999999}";

        var moment = read("\"consent\":\"unset\"", "2001-01-01T00:00:10Z", data)
                .moments()
                .getFirst();

        assertThat(moment.code()).isNull();
        assertThat(moment.cdn()).isEqualTo("edge-1");
        assertThat(moment.watchedMs()).isNull();
        assertThat(moment.kbps()).isEqualTo(172_800_000);
    }

    private static PlayerReported read(String consent, String sentAt, String data) {
        var body = """
                {"sessionId":"pbs_1",%s,"sentAt":"%s","events":[{"id":"0b9c2a52-6f0e-4c07-9d0b-0d1c5a4c8f01","seq":1,
                 "type":"error","at":"2001-01-01T00:00:00Z","positionMs":5,"data":%s}]}
                """.formatted(consent, sentAt, data);
        return new BeaconReader()
                .read(PLAY, body.getBytes(StandardCharsets.UTF_8), FIREFOX, NOW)
                .event();
    }
}
