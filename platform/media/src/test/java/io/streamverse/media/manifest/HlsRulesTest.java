package io.streamverse.media.manifest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.streamverse.media.index.Content;
import io.streamverse.media.index.IndexTrack;
import io.streamverse.media.index.Scheme;
import io.streamverse.media.protection.Signalling;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// What RFC 8216bis demands of a server holds for any film.
class HlsRulesTest {
    private Programme film = Films.random(new SplittableRandom(0));

    @RepeatedTest(60)
    void mediaPlaylistsKeepTheRules(RepetitionInfo run) {
        film = Films.random(new SplittableRandom(run.getCurrentRepetition()));

        for (var track : film.tracks()) {
            var playlist = Playlist.read(Hls.media(film, track));
            assertIsWhole(playlist, track, ".m4s");
            assertThat(playlist.all("EXT-X-I-FRAMES-ONLY")).isEmpty();
            assertKeysFit(playlist, track);
        }
    }

    @RepeatedTest(60)
    void iFramePlaylistsHaveOnePictureForEachSegment(RepetitionInfo run) {
        film = Films.random(new SplittableRandom(run.getCurrentRepetition()));

        for (var track : film.pictures()) {
            var playlist = Playlist.read(Hls.iFrames(film, track));
            assertIsWhole(playlist, track, ".i.m4s");
            assertThat(playlist.all("EXT-X-I-FRAMES-ONLY")).hasSize(1);
        }
    }

    @RepeatedTest(60)
    void renditionsAreCutAtTheSameTimes(RepetitionInfo run) {
        film = Films.random(new SplittableRandom(run.getCurrentRepetition()));

        var playlists = film.tracks().stream()
                .map(it -> Playlist.read(Hls.media(film, it)))
                .toList();

        assertThat(playlists.stream().map(it -> it.durations().size()).distinct())
                .hasSizeLessThanOrEqualTo(1);
        assertThat(film.pictures().stream()
                        .map(it ->
                                List.copyOf(Playlist.read(Hls.media(film, it)).durations()))
                        .map(it -> it.subList(0, it.size() - 1))
                        .distinct())
                .hasSizeLessThanOrEqualTo(1);
        playlists.stream()
                .flatMap(it -> it.durations().subList(0, it.durations().size() - 1).stream())
                .forEach(it -> assertThat(it).isCloseTo(4_000_000, within(50_000L)));
    }

    @RepeatedTest(60)
    void theMultivariantPlaylistKeepsTheRules(RepetitionInfo run) {
        film = Films.random(new SplittableRandom(run.getCurrentRepetition()));

        var playlist = Playlist.read(Hls.multivariant(film));

        assertThat(playlist.lines().get(1).value()).isEqualTo("7");
        assertGroupsAreAlike(playlist);
        for (int i = 0; i < playlist.lines().size(); i++) {
            if (playlist.lines().get(i).tag().equals("EXT-X-STREAM-INF")) {
                assertDescribes(
                        playlist, playlist.lines().get(i), playlist.lines().get(i + 1));
            }
        }
        assertThat(playlist.all("EXT-X-STREAM-INF"))
                .hasSameSizeAs(playlist.addresses())
                .isNotEmpty();
        for (var line : playlist.all("EXT-X-I-FRAME-STREAM-INF")) {
            var track = track(line.the("URI").replace(".iframes", ""));
            assertThat(line.the("CODECS")).isEqualTo(track.info().codecs());
            assertPeakIsCovered(track, Long.parseLong(line.the("BANDWIDTH")), true);
        }
    }

    @RepeatedTest(20)
    void aSteeredOneNamesItsDocumentAndNoHost(RepetitionInfo run) {
        film = Films.random(new SplittableRandom(run.getCurrentRepetition()));

        var text = Hls.multivariant(film);

        assertThat(Playlist.read(text).all("EXT-X-CONTENT-STEERING"))
                .hasSize(film.steered() ? 1 : 0)
                .allMatch(it -> it.the("SERVER-URI").equals("steering.json")
                        && it.the("PATHWAY-ID").equals("."));
        assertThat(text).doesNotContain("://");
    }

    @RepeatedTest(60)
    void everyTrackCanBeReached(RepetitionInfo run) {
        film = Films.random(new SplittableRandom(run.getCurrentRepetition()));
        var playlist = Playlist.read(Hls.multivariant(film));

        var named = playlist.addresses().stream().collect(Collectors.toSet());
        playlist.all("EXT-X-MEDIA").forEach(it -> named.add(it.the("URI")));

        assertThat(named)
                .containsAll(film.tracks().stream().map(it -> it.id() + ".m3u8").toList());
        assertThat(playlist.all("EXT-X-MEDIA").stream()
                        .filter(it -> it.the("TYPE").equals("SUBTITLES")))
                .hasSameSizeAs(film.subtitles());
    }

    @RepeatedTest(20)
    void subtitlesAreOneFileAsLongAsTheFilm(RepetitionInfo run) {
        film = Films.random(new SplittableRandom(run.getCurrentRepetition()));

        for (var subtitles : film.subtitles()) {
            var playlist = Playlist.read(Hls.subtitles(film, subtitles));
            assertThat(playlist.addresses()).containsExactly("../captions/%s.vtt".formatted(subtitles.id()));
            assertThat(playlist.durations().getFirst() / 1e6)
                    .isCloseTo(film.duration().toNanos() / 1e9, within(1e-6));
            assertThat(Math.round(playlist.durations().getFirst() / 1e6)).isEqualTo(playlist.targetSeconds());
        }
    }

    private static void assertIsWhole(Playlist playlist, IndexTrack track, String ending) {
        var segments = track.segments();
        assertThat(playlist.addresses())
                .isEqualTo(IntStream.range(segments.first(), segments.end())
                        .mapToObj(it -> "../%s/%d%s".formatted(track.id(), it, ending))
                        .toList());
        assertThat(playlist.the("EXT-X-MEDIA-SEQUENCE").value()).isEqualTo(String.valueOf(segments.first()));
        assertThat(playlist.the("EXT-X-PLAYLIST-TYPE").value()).isEqualTo("VOD");
        assertThat(playlist.the("EXT-X-MAP").the("URI")).isEqualTo("../%s/init.mp4".formatted(track.id()));
        assertThat(playlist.all("EXT-X-INDEPENDENT-SEGMENTS")).hasSize(1);
        assertThat(playlist.lines().getLast().tag()).isEqualTo("EXT-X-ENDLIST");
        assertThat(playlist.durations()).allMatch(it -> Math.round(it / 1e6) <= playlist.targetSeconds());
        long micros = 0;
        for (int number = segments.first(); number < segments.end(); number++) {
            micros += playlist.durations().get(number - segments.first());
            assertThat((double) micros)
                    .isCloseTo(segments.time(number + 1) * 1e6 / track.info().timescale(), within(1.0));
        }
    }

    private void assertKeysFit(Playlist playlist, IndexTrack track) {
        var encryption = track.info().encryption();
        var keys = playlist.all("EXT-X-KEY");
        var formats = keys.stream().map(it -> it.the("KEYFORMAT")).toList();
        switch (film.keyLines()) {
            case PLAIN -> assertThat(keys).isEmpty();
            case IDENTITY -> assertThat(formats).containsExactly("identity");
            case CLEARKEY -> assertThat(formats).containsExactly("org.w3.clearkey");
            case LICENSED ->
                assertThat(formats)
                        .hasSize(encryption.scheme() == Scheme.CBCS ? 3 : 2)
                        .doesNotHaveDuplicates();
        }
        assertThat(keys).allSatisfy(it -> {
            assertThat(it.the("METHOD"))
                    .isEqualTo(encryption.scheme() == Scheme.CBCS ? "SAMPLE-AES" : "SAMPLE-AES-CTR");
            assertThat(it.the("KEYFORMAT").equals("identity"))
                    .isEqualTo(it.the("URI").startsWith("../keys/"));
        });
        if (film.keyLines() == KeyLines.LICENSED) {
            var signalling = Signalling.of(requireNonNull(encryption.keyId()), encryption.scheme());
            assertThat(keys)
                    .map(it -> it.the("URI").replaceFirst(".*base64,", ""))
                    .startsWith(signalling.widevine(), signalling.playReadyObject());
        }
    }

    /// All groups have the same names, each once, and one that is the default.
    private void assertGroupsAreAlike(Playlist playlist) {
        Map<String, Set<String>> names = new HashMap<>();
        for (var line : playlist.all("EXT-X-MEDIA")) {
            var group = line.the("TYPE") + line.the("GROUP-ID");
            assertThat(names.computeIfAbsent(group, _ -> new HashSet<>()).add(line.the("NAME")))
                    .isTrue();
            if (line.the("TYPE").equals("AUDIO")) {
                assertThat(line.the("CHANNELS"))
                        .isEqualTo(String.valueOf(
                                ((Content.Sound) track(line.the("URI")).info().content()).channels()));
            }
        }
        assertThat(names.entrySet().stream()
                        .filter(it -> it.getKey().startsWith("AUDIO"))
                        .map(Map.Entry::getValue)
                        .distinct())
                .hasSizeLessThanOrEqualTo(1);
    }

    private void assertDescribes(Playlist playlist, Playlist.Line stream, Playlist.Line address) {
        var track = track(address.value());
        var group = playlist.all("EXT-X-MEDIA").stream()
                .filter(it -> it.the("TYPE").equals("AUDIO"))
                .filter(it -> it.the("GROUP-ID").equals(stream.attributes().get("AUDIO")))
                .map(it -> track(it.the("URI")))
                .toList();
        assertThat(stream.attributes().containsKey("AUDIO")).isEqualTo(!group.isEmpty());
        var codecs = group.stream().map(it -> it.info().codecs()).collect(Collectors.toSet());
        codecs.add(track.info().codecs());
        assertThat(Set.of(stream.the("CODECS").split(","))).isEqualTo(codecs);
        long bandwidth = Long.parseLong(stream.the("BANDWIDTH"));
        assertThat(Long.parseLong(stream.the("AVERAGE-BANDWIDTH"))).isLessThanOrEqualTo(bandwidth);
        var isPicture = track.info().content() instanceof Content.Picture;
        for (var sound : group) {
            assertPeakIsCovered(
                    isPicture ? track : sound, bandwidth - (isPicture ? sound.peakBitsPerSecond() : 0), false);
        }
        if (track.info().content() instanceof Content.Picture it) {
            assertThat(stream.the("RESOLUTION")).isEqualTo(it.width() + "x" + it.height());
            assertThat(Double.parseDouble(stream.the("FRAME-RATE")))
                    .isCloseTo(it.frameRate().perSecond(), within(0.0006));
            assertThat(stream.the("VIDEO-RANGE")).isEqualTo(it.range().name());
        }
    }

    /// By hand: of every stretch of whole segments that lasts half to one and a half times the target.
    private static void assertPeakIsCovered(IndexTrack track, long bandwidth, boolean onlyIFrames) {
        var segments = track.segments();
        double scale = track.info().timescale();
        double target = Math.round(IntStream.range(segments.first(), segments.end())
                        .mapToLong(segments::duration)
                        .max()
                        .orElse(0)
                / scale);
        for (int from = segments.first(); from < segments.end(); from++) {
            double seconds = 0;
            double bits = 0;
            for (int to = from; to < segments.end() && seconds <= 1.5 * target; to++) {
                seconds += segments.duration(to) / scale;
                bits += 8.0 * (onlyIFrames ? segments.iFrameBytes(to) : segments.bytes(to));
                if (seconds >= 0.51 * target && seconds <= 1.49 * target) {
                    assertThat((double) bandwidth).isGreaterThanOrEqualTo(Math.floor(bits / seconds));
                }
            }
        }
    }

    private IndexTrack track(String playlist) {
        return film.track(playlist.replace(".m3u8", "")).orElseThrow();
    }
}
