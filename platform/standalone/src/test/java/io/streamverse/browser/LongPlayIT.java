package io.streamverse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.browser.Theatre.Show;
import io.streamverse.sdk.model.Protection;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A play that outlives ten tokens and five licences, one that is revoked, and one whose edge dies.
@Tag("soak")
class LongPlayIT {
    private static final Theatre THEATRE = new Theatre();

    @AfterAll
    static void stop() {
        THEATRE.close();
    }

    @Test
    void nobodyNoticesThatTokensAndLicencesEnd() {
        var seen = Theatre.play(
                List.of(encrypted("shaka", "dash"), encrypted("shaka", "hls"), encrypted("hls.js", "hls")));

        assertThat(seen).allSatisfy(it -> {
            assertPlayedToTheEnd(it);
            assertThat(it.at("/renewals").asInt()).as(it.toString()).isGreaterThanOrEqualTo(10);
            assertThat(it.at("/tokens").asInt()).as(it.toString()).isGreaterThanOrEqualTo(8);
            assertThat(it.at("/licences").asInt()).as(it.toString()).isGreaterThanOrEqualTo(5);
        });
    }

    @Test
    void whoIsRevokedStopsWithinATokensLife() {
        var shaka = revokedAt(10, encrypted("shaka", "dash"));
        var hls = revokedAt(10, encrypted("hls.js", "hls"));

        var seen = Theatre.play(List.of(shaka, hls));

        assertThat(seen).allSatisfy(it -> {
            assertThat(it.at("/code").asText()).as(it.toString()).isEqualTo("playback.session.ended");
            assertThat(it.at("/refusedAt").asLong() - it.at("/acted/0/at").asLong())
                    .as(it.toString())
                    .isLessThan(Theatre.TOKEN.toMillis());
        });
        assertNothingIsLeft(shaka, seen.getFirst());
        assertNothingIsLeft(hls, seen.getLast());
    }

    @Test
    void whenAnEdgeDiesTheNextOneGoesOn() {
        var dying = new Relay(Theatre.EDGES.getFirst(), THEATRE.steeredUrl());
        try (var _ = new Relay(Theatre.EDGES.getLast(), THEATRE.steeredUrl())) {
            var seen = Theatre.play(List.of(
                    steered("hls.js", "hls", dying),
                    steered("dash.js", "dash", dying),
                    steered("shaka", "dash", dying),
                    ours(dying)));

            assertThat(seen).allSatisfy(it -> {
                assertPlayedToTheEnd(it);
                assertThat(fetched(it, "/fetchedBefore", Theatre.EDGES.getFirst()))
                        .as(it.toString())
                        .isPositive();
                assertThat(fetched(it, "/fetched", Theatre.EDGES.getLast()))
                        .as(it.toString())
                        .isGreaterThan(fetched(it, "/fetchedBefore", Theatre.EDGES.getLast()))
                        .isPositive();
            });
        }
    }

    private static Show encrypted(String player, String form) {
        return THEATRE.show(Protection.CBCS, THEATRE.url(), player, form);
    }

    private static Show revokedAt(int seconds, Show show) {
        return show.with(
                "acts", List.of(THEATRE.at(seconds, () -> show.playing().revoke(show.session()))));
    }

    private static Show steered(String player, String form, Relay edge) {
        return THEATRE.show(Protection.NONE, THEATRE.steeredUrl(), player, form)
                .with("steered", true)
                .with("acts", List.of(THEATRE.at(12, edge::close)));
    }

    /// It holds 40 seconds, so it has all but the last few by then.
    private static Show ours(Relay edge) {
        return THEATRE.own(Protection.NONE, THEATRE.steeredUrl()).with("acts", List.of(THEATRE.at(8, edge::close)));
    }

    private static void assertPlayedToTheEnd(JsonNode seen) {
        assertThat(seen.at("/error").asText()).as(seen.toString()).isEmpty();
        assertThat(seen.at("/ended").asBoolean()).as(seen.toString()).isTrue();
        assertThat(seen.at("/stalls")).as(seen.toString()).isEmpty();
        assertThat(seen.at("/refused")).as(seen.toString()).isEmpty();
    }

    /// Manifest and licence at once, segments when the last token has ended.
    private static void assertNothingIsLeft(Show show, JsonNode seen) {
        var api = new Api(THEATRE.url(), "");
        var manifest = held(URI.create(show.manifest()).getPath(), seen);
        var viewer = show.playing().api();
        assertThat(api.get(manifest).status()).isEqualTo(403);
        assertThat(viewer.post(show.playing().address(show.playback()) + "/licence/clearkey", "{}")
                        .code())
                .isEqualTo("playback.session.ended");

        var segment = held(seen.at("/lastSegment").asText(), seen);
        Eventually.within(
                Theatre.TOKEN, "segments are refused", () -> api.get(segment).status() == 403);
    }

    /// With the token that the page held last.
    private static String held(String path, JsonNode seen) {
        var token = "URISigningPackage=" + seen.at("/lastToken").asText();
        return path.replaceFirst("URISigningPackage=[^/]+", token);
    }

    private static int fetched(JsonNode seen, String when, String host) {
        return seen.at(when).path(host).asInt();
    }
}
