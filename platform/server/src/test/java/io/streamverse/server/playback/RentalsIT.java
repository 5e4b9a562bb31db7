package io.streamverse.server.playback;

import static io.streamverse.server.playback.House.START;
import static io.streamverse.server.playback.House.forTier;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.server.playback.House.Fan;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// By the test clock, which rentals go by.
class RentalsIT {
    private static final Stage STAGE = Stage.shared();
    private static final Map<String, Object> TV = Map.of("id", "tv", "name", "TV", "kind", "tv", "player", "native");
    private final House house = House.test(STAGE);
    private final String title = house.title(forTier("premium"));
    private final Fan fan = house.fan();

    @Test
    void aRentalOpensItsTitleAlone() {
        rent(Map.of());

        var played = fan.start(title);

        assertThat(played.status()).as(played.text()).isEqualTo(201);
        var session = house.api.get("/v1/playback-sessions/" + played.at("/sessionId"));
        assertThat(session.at("/maximumHeight")).isEqualTo("1080");
        assertThat(fan.start(house.title(forTier("premium"))).code()).isEqualTo("playback.denied.no-entitlement");
    }

    @Test
    void theFirstPlayStartsTheHours() {
        var grant = rent(Map.of("watchWithinHours", 48));
        assertThat(grant.body().has("startedAt")).isFalse();

        fan.playing(title);
        var started = grant(grant);
        fan.playing(title);

        var start = Instant.parse(started.at("/startedAt"));
        assertThat(Duration.between(start, Instant.parse(started.at("/givesUntil"))))
                .isEqualTo(Duration.ofDays(2));
        assertThat(grant(grant).at("/startedAt")).isEqualTo(started.at("/startedAt"));
    }

    @Test
    void onceTheHoursAreOverNothingGoesOn() {
        var grant = rent(Map.of("watchWithinHours", 48));
        var playing = START + "/" + fan.playing(title);
        assertThat(fan.api().post(playing + "/renewal", "").status()).isEqualTo(200);

        advance(Duration.ofHours(49));

        Eventually.is("the hours are over", () -> grant(grant).at("/state").equals("expired"));
        assertThat(fan.api().post(playing + "/renewal", "").code()).isEqualTo("playback.session.ended");
        assertThat(fan.api().post(playing + "/licence/clearkey", "{}").status()).isEqualTo(410);
        assertThat(fan.start(title).code()).isEqualTo("playback.denied.no-entitlement");
    }

    @Test
    void noTokenGoesBeyondTheEnd() {
        var until = Instant.now().plusSeconds(600);
        rent(Map.of("until", until.toString()));

        var played = fan.start(title, Map.of("device", TV));

        var session = house.api.get("/v1/playback-sessions/" + played.at("/sessionId"));
        assertThat(Instant.parse(session.at("/tokenUntil"))).isBeforeOrEqualTo(until);
        assertThat(played.body().get("renewAfterSeconds").longValue()).isLessThan(600);
    }

    @Test
    void aSubscriptionThatEndsStopsNoFilm() {
        var until = Instant.now().plusSeconds(600);
        house.api.post(grants(), Map.of("tier", "premium", "until", until.toString()));

        var played = fan.start(title, Map.of("device", TV));

        var session = house.api.get("/v1/playback-sessions/" + played.at("/sessionId"));
        assertThat(Instant.parse(session.at("/tokenUntil"))).isAfter(until);
    }

    @Test
    void whoHasItAnywaySpendsNoHours() {
        var grant = rent(Map.of("watchWithinHours", 48));
        house.api.post(grants(), Map.of("tier", "premium"));

        fan.playing(title);

        assertThat(grant(grant).body().has("startedAt")).isFalse();
    }

    @Test
    void keepingItStartsNoHours() {
        var until = Instant.now().plus(Duration.ofDays(5));
        var grant = rent(Map.of("watchWithinHours", 24, "until", until.toString()));

        var kept = fan.start(title, Map.of("offline", true));

        assertThat(Instant.parse(kept.at("/offline/until"))).isBetween(until.minusSeconds(60), until);
        assertThat(kept.at("/offline/playWithinHours")).isEqualTo("24");
        assertThat(grant(grant).body().has("startedAt")).isFalse();
    }

    @Test
    void aTierForADayStartsWithWhateverIsWatchedFirst() {
        var pass = house.api.post(grants(), Map.of("tier", "premium", "watchWithinHours", 24));

        fan.playing(title);

        assertThat(grant(pass).at("/givesUntil")).isNotEmpty();
    }

    @Test
    void aTitleOfNobodyOrOfAnotherTenantIsNotRented() {
        var theirs = House.test(STAGE).title();

        assertThat(List.of(rent(Map.of("titleId", theirs)), rent(Map.of("titleId", "ttl_nobody"))))
                .allSatisfy(it -> assertThat(it.at("/errors/0/pointer")).isEqualTo("/titleId"));
        assertThat(rent(Map.of("watchWithinHours", 0)).status()).isEqualTo(422);
    }

    private Answer rent(Map<String, Object> more) {
        var grant = new HashMap<String, Object>(Map.of("tier", "standard", "titleId", title));
        grant.putAll(more);
        return house.api.post(grants(), grant);
    }

    private Answer grant(Answer given) {
        return house.api.get(grants() + "/" + given.at("/id"));
    }

    private String grants() {
        return "/v1/viewers/%s/grants".formatted(fan.id());
    }

    private void advance(Duration by) {
        house.api.post(
                "/v1/test-clock/advance", Map.of("to", Instant.now().plus(by).toString()));
    }
}
