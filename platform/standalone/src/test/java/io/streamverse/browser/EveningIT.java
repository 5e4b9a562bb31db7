package io.streamverse.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.streamverse.testkit.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Ada signs up, is given a tier and watches an encrypted film on the sofa, where she seeks, reads along, hears another
/// language, loses the network and pauses; then she goes on in bed. What she saw of it, and what her service is told.
class EveningIT {
    /// From asking a browser to pause until it says that it has.
    private static final Duration A_MOMENT = Duration.ofMillis(500);
    private static final Offset<Double> A_SECOND = within(1.0);
    private static final Cinema CINEMA = Cinema.shared();
    private static JsonNode sofa = MissingNode.getInstance();
    private static JsonNode bed = MissingNode.getInstance();

    @BeforeAll
    static void anEvening() {
        var seen = Chromium.run(
                "evening.mjs",
                Map.of(
                        "site", CINEMA.site(),
                        "api", CINEMA.url(),
                        "key", CINEMA.key(),
                        "title", CINEMA.locked(),
                        "tier", Cinema.TIER,
                        "tokenSeconds", Cinema.TOKEN.toSeconds()));
        assertThat(seen.at("/error").asText()).as(seen.toPrettyString()).isEmpty();
        sofa = seen.at("/sofa");
        bed = seen.at("/bed");
        Eventually.is("both ends were told", () -> ended(sofa) && ended(bed));
    }

    @Test
    void nothingInterruptedHer() {
        assertThat(List.of(sofa, bed)).allSatisfy(it -> {
            assertThat(it.at("/loads").asInt()).as(it.toString()).isEqualTo(1);
            assertThat(it.at("/stalls")).as(it.toString()).isEmpty();
            assertThat(it.at("/fatal")).as(it.toString()).isEmpty();
        });
    }

    @Test
    void sheHeardAndReadWhatSheChose() {
        assertThat(sofa.at("/spoken").asText()).isEqualTo("fr");
        assertThat(sofa.at("/written").asText()).isEqualTo("Nobody came to meet her.");
        assertThat(sofa.at("/storyboard").asText()).contains("/storyboard/");
        assertThat(sofa.at("/withoutNetwork").asText()).contains("No connection");
    }

    @Test
    void afterThePauseItWentOnWithAnotherToken() {
        assertThat(sofa.at("/tokens").asInt())
                .as(sofa.toString())
                .isGreaterThan(sofa.at("/tokensBeforeThePause").asInt());
    }

    @Test
    void theOtherDeviceWentOnWhereSheLeft() {
        assertThat(bed.at("/resumedAt").asDouble()).isCloseTo(sofa.at("/leftAt").asDouble(), within(2.0));
    }

    @Test
    void theTimelineTellsWhatSheDid() {
        var timeline = timeline(sofa);

        assertThat(timeline.at("/titleId").asText()).isEqualTo(CINEMA.locked());
        assertThat(timeline.at("/device").asText()).isEqualTo("web");
        assertThat(of("start", timeline)).hasSize(1);
        assertThat(of("seek", timeline))
                .singleElement()
                .satisfies(it -> assertThat(it.at("/positionMs").asDouble() / 1000)
                        .isCloseTo(sofa.at("/soughtFrom").asDouble() + 10, A_SECOND));
        assertThat(of("pause", timeline))
                .singleElement()
                .satisfies(it -> assertThat(untilItPlayed(it, timeline))
                        .isGreaterThan(Cinema.TOKEN.multipliedBy(2).minus(A_MOMENT)));
        assertThat(of("stall", timeline)).isEmpty();
        assertThat(of("error", timeline)).isEmpty();
        assertThat(of("end", timeline)).singleElement().satisfies(it -> {
            assertThat(it.at("/reason").asText()).isEqualTo("left");
            assertThat(it.at("/positionMs").asDouble() / 1000)
                    .isCloseTo(sofa.at("/leftAt").asDouble(), A_SECOND);
        });
    }

    @Test
    void goingOnElsewhereIsNoSeek() {
        var timeline = timeline(bed);

        assertThat(of("seek", timeline)).isEmpty();
        assertThat(of("pause", timeline)).isEmpty();
        assertThat(of("playing", timeline).getFirst().at("/positionMs").asDouble() / 1000)
                .isCloseTo(bed.at("/resumedAt").asDouble(), A_SECOND);
    }

    @Test
    void startupAndTimeWatchedAreWhatTheBrowserSaw() {
        assertThat(List.of(sofa, bed)).allSatisfy(it -> {
            var timeline = timeline(it);
            var watched = of("progress", timeline).stream()
                    .mapToLong(moment -> moment.at("/watchedMs").asLong())
                    .sum();
            assertThat(watched / 1000.0).isCloseTo(it.at("/playedSeconds").asDouble(), A_SECOND);
            assertThat(of("firstFrame", timeline))
                    .singleElement()
                    .satisfies(moment -> assertThat(moment.at("/startupMs").asDouble())
                            .isBetween(1.0, it.at("/startupMs").asDouble()));
        });
    }

    @Test
    void theNumbersAddUp() {
        var summary = figures("/v1/analytics/summary?titleId=" + CINEMA.locked());
        var played =
                sofa.at("/playedSeconds").asDouble() + bed.at("/playedSeconds").asDouble();

        assertThat(summary.at("/plays").asInt()).isEqualTo(2);
        assertThat(summary.at("/sessions").asInt()).isEqualTo(2);
        assertThat(summary.at("/completed").asInt()).isZero();
        assertThat(summary.at("/watchedSeconds").asDouble()).isCloseTo(played, within(2.0));
        assertThat(summary.at("/stalls").asInt()).isZero();
        assertThat(summary.at("/rebufferRatio").asDouble(1)).isZero();
        assertThat(summary.at("/errors").asInt()).isZero();
        assertThat(summary.at("/fatalErrors").asInt()).isZero();
        var byDevice = figures("/v1/analytics/breakdown?by=device&titleId=" + CINEMA.locked());
        assertThat(byDevice.at("/key").asText()).isEqualTo("web");
        assertThat(byDevice.at("/sessions").asInt()).isEqualTo(2);
    }

    private static boolean ended(JsonNode seen) {
        return of("end", timeline(seen)).size() == 1;
    }

    private static JsonNode timeline(JsonNode seen) {
        return CINEMA.api()
                .get("/v1/analytics/sessions/" + seen.at("/session").asText())
                .body();
    }

    private static List<JsonNode> of(String type, JsonNode timeline) {
        return timeline.at("/data")
                .valueStream()
                .filter(it -> it.at("/type").asText().equals(type))
                .toList();
    }

    private static Duration untilItPlayed(JsonNode pause, JsonNode timeline) {
        var since = at(pause);
        return of("playing", timeline).stream()
                .map(EveningIT::at)
                .filter(since::isBefore)
                .findFirst()
                .map(it -> Duration.between(since, it))
                .orElse(Duration.ZERO);
    }

    private static Instant at(JsonNode moment) {
        return Instant.parse(moment.at("/at").asText());
    }

    /// The one row.
    private static JsonNode figures(String path) {
        var rows = CINEMA.api().get(path).body().at("/data");
        assertThat(rows).as(path).hasSize(1);
        return rows.get(0);
    }
}
