package io.streamverse.media.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.media.index.IndexTrack;
import io.streamverse.media.index.Scheme;
import io.streamverse.media.protection.Signalling;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.w3c.dom.Element;

/// What ISO/IEC 23009-1 and the DASH-IF's guidelines demand holds for any film.
class DashRulesTest {
    @RepeatedTest(60)
    void timelinesAreThoseOfTheIndex(RepetitionInfo run) {
        var film = Films.random(new SplittableRandom(run.getCurrentRepetition()));
        var mpd = Mpd.read(Dash.manifest(film));

        for (var representation : representations(mpd, false)) {
            var track = film.track(representation.getAttribute("id")).orElseThrow();
            assertThat(Mpd.segments(representation)).isEqualTo(segments(track, ".m4s"));
            assertThat(Mpd.template(representation).getAttribute("timescale"))
                    .isEqualTo(String.valueOf(track.info().timescale()));
        }
        for (var representation : representations(mpd, true)) {
            var id = representation.getAttribute("id");
            var track =
                    film.track(id.substring(0, id.length() - ".trick".length())).orElseThrow();
            assertThat(Mpd.segments(representation)).isEqualTo(segments(track, ".i.m4s"));
        }
        assertThat(mpd.duration().minus(film.duration()).abs().toNanos()).isLessThan(1_000);
    }

    @RepeatedTest(20)
    void aSteeredOneNamesItsDocumentAndNoHost(RepetitionInfo run) {
        var film = Films.random(new SplittableRandom(run.getCurrentRepetition()));

        var text = Dash.manifest(film);

        assertThat(text.contains("""
                <BaseURL serviceLocation=".">./</BaseURL>
                <ContentSteering defaultServiceLocation=".">steering.json</ContentSteering>
                """)).isEqualTo(film.steered());
        assertThat(text).doesNotContainPattern("BaseURL[^>]*>\\w+:");
    }

    @RepeatedTest(60)
    void everyTrackIsThereOnceAndDescribed(RepetitionInfo run) {
        var film = Films.random(new SplittableRandom(run.getCurrentRepetition()));
        var mpd = Mpd.read(Dash.manifest(film));

        var all = representations(mpd, false);

        assertThat(all)
                .map(it -> it.getAttribute("id"))
                .containsExactlyInAnyOrderElementsOf(
                        film.tracks().stream().map(IndexTrack::id).toList());
        for (var representation : all) {
            var track = film.track(representation.getAttribute("id")).orElseThrow();
            assertThat(representation.getAttribute("codecs"))
                    .isEqualTo(track.info().codecs());
            assertThat(Long.parseLong(representation.getAttribute("bandwidth")))
                    .isGreaterThanOrEqualTo(track.peakBitsPerSecond())
                    .isGreaterThanOrEqualTo(track.averageBitsPerSecond());
        }
        assertThat(mpd.sets("text")).hasSameSizeAs(film.subtitles());
        assertThat(mpd.sets("image")).hasSize(film.storyboard() == null ? 0 : 1);
    }

    @RepeatedTest(60)
    void setsHoldWhatPlayersMaySwitchBetween(RepetitionInfo run) {
        var film = Films.random(new SplittableRandom(run.getCurrentRepetition()));
        var mpd = Mpd.read(Dash.manifest(film));
        var ids = new HashSet<String>();

        for (var set : sets(mpd)) {
            var codecs = Mpd.children(set, "Representation").stream()
                    .map(it -> it.getAttribute("codecs").replaceAll("\\..*", ""))
                    .distinct();
            assertThat(codecs).hasSize(1);
            assertThat(ids.add(set.getAttribute("id"))).isTrue();
            assertThat(set.getAttribute("segmentAlignment")).isEqualTo("true");
            assertThat(set.getAttribute("startWithSAP")).isEqualTo("1");
        }
    }

    @RepeatedTest(60)
    void whatIsEncryptedSaysSo(RepetitionInfo run) {
        var film = Films.random(new SplittableRandom(run.getCurrentRepetition()));
        var encryption = film.tracks().getFirst().info().encryption();
        var mpd = Mpd.read(Dash.manifest(film));

        for (var set : sets(mpd)) {
            var protections = Mpd.children(set, "ContentProtection");
            assertThat(protections).hasSize(encryption.scheme() == Scheme.NONE ? 0 : 4);
            if (!protections.isEmpty()) {
                assertThat(protections.getFirst().getAttribute("value"))
                        .isEqualTo(encryption.scheme().label());
                assertThat(protections.getFirst().getAttributeNS("urn:mpeg:cenc:2013", "default_KID"))
                        .isEqualTo("00112233-4455-6677-8899-aabbccddeeff");
                var signalling = Signalling.of(Films.KEY_ID, encryption.scheme());
                assertThat(protections.subList(1, 4))
                        .map(it -> Mpd.child(it, "pssh").getTextContent())
                        .containsExactly(signalling.commonSystem(), signalling.widevine(), signalling.playReady());
            }
        }
    }

    private static List<Element> sets(Mpd mpd) {
        return Stream.of("video", "audio").flatMap(it -> mpd.sets(it).stream()).toList();
    }

    private static List<Element> representations(Mpd mpd, boolean trickMode) {
        return sets(mpd).stream()
                .filter(it -> Mpd.isTrickMode(it) == trickMode)
                .flatMap(it -> Mpd.children(it, "Representation").stream())
                .toList();
    }

    private static List<Mpd.Segment> segments(IndexTrack track, String ending) {
        var segments = track.segments();
        return IntStream.range(segments.first(), segments.end())
                .mapToObj(it -> new Mpd.Segment(
                        "../%s/%d%s".formatted(track.id(), it, ending), segments.time(it), segments.duration(it)))
                .toList();
    }
}
