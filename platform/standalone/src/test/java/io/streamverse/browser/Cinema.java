package io.streamverse.browser;

import io.streamverse.engines.Engines;
import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.UploadOptions;
import io.streamverse.sdk.model.AudioRung;
import io.streamverse.sdk.model.Codec;
import io.streamverse.sdk.model.CreateAsset;
import io.streamverse.sdk.model.CreateEncode;
import io.streamverse.sdk.model.CreateLadder;
import io.streamverse.sdk.model.CreateTenant;
import io.streamverse.sdk.model.CreateTitle;
import io.streamverse.sdk.model.CreateViewerSession;
import io.streamverse.sdk.model.Owner;
import io.streamverse.sdk.model.Protection;
import io.streamverse.sdk.model.TitleAccess;
import io.streamverse.sdk.model.TitleAccessKind;
import io.streamverse.sdk.model.TitleKind;
import io.streamverse.sdk.model.TitleText;
import io.streamverse.sdk.model.VideoRung;
import io.streamverse.standalone.Jar;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Ffmpeg;
import io.streamverse.testkit.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The standalone from its jar, with tokens that last five seconds, and an encrypted film of two minutes in two
/// languages: once for everybody, and once for a tier.
final class Cinema implements AutoCloseable {
    private static final String OPERATOR_KEY = "operator-key-of-the-cinema-0123456789";
    private static final Path SHORT_FILM =
            Path.of("src/test/resources/film.mp4").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String SLUG = "cinema";
    static final Duration TOKEN = Duration.ofSeconds(5);
    static final String TIER = "premium";
    private final Path data = newFolder();
    private final URI url = URI.create("http://localhost:" + FreePort.find());
    private final Jar jar = Jar.start(Map.of(
                    "STREAMVERSE_PORT",
                    String.valueOf(url.getPort()),
                    "STREAMVERSE_DATA",
                    data.toString(),
                    "STREAMVERSE_OPERATOR_KEY",
                    OPERATOR_KEY,
                    "STREAMVERSE_DEMO",
                    "false",
                    "STREAMVERSE_RATE_LIMITS",
                    "off",
                    "PLAYBACK_TOKEN_LIFE",
                    TOKEN.toSeconds() + "s"))
            .awaitReady();
    private final String key = tenant();
    private final StreamVerse client =
            StreamVerse.builder().apiKey(key).baseUrl(url).build();
    private final String asset = asset();
    private final String title = published(new TitleAccess().kind(TitleAccessKind.FREE));
    private final String locked =
            published(new TitleAccess().kind(TitleAccessKind.TIER).tier(TIER));

    /// The one that several tests share.
    static Cinema shared() {
        return Shared.CINEMA;
    }

    URI url() {
        return url;
    }

    /// Where its viewers find it.
    URI site() {
        return URI.create("http://%s.localhost:%d".formatted(SLUG, url.getPort()));
    }

    String title() {
        return title;
    }

    /// The same film, for those who have the tier.
    String locked() {
        return locked;
    }

    String key() {
        return key;
    }

    Api api() {
        return new Api(url, key);
    }

    /// A token of the tenant's own log-in, for so many screens at once.
    String token(String viewer, int screens) {
        return client.viewerSessions()
                .create(new CreateViewerSession()
                        .externalId(viewer)
                        .tier("family")
                        .maxStreams(screens))
                .accessToken();
    }

    @Override
    public void close() {
        jar.close();
        Engines.discard(data);
    }

    private String tenant() {
        var operator = StreamVerse.operator().apiKey(OPERATOR_KEY).baseUrl(url).build();
        var keys = operator.tenants()
                .create(new CreateTenant()
                        .slug(SLUG)
                        .name("Cinema")
                        .plan("starter")
                        .owner(new Owner().email("ada@example.com").name("Ada"))
                        .country("DE")
                        .currency("EUR"))
                .apiKeys();
        if (keys == null) {
            throw new AssertionError("A new tenant has keys");
        }
        return keys.live();
    }

    private String asset() {
        client.ladders()
                .create(new CreateLadder()
                        .name("two")
                        .video(List.of(rung(144, 100), rung(180, 200)))
                        .audio(List.of(new AudioRung().name("64k").kbps(64).channels(2))));
        var encode = new CreateEncode().ladder("two").protection(Protection.CENC);
        var made = client.assets()
                .create(new CreateAsset().name("Film").encode(encode))
                .id();
        client.uploads().upload(twoMinutes(), UploadOptions.usual().withAssetId(made));
        client.assets().untilReady(made, PATIENCE);
        client.captions().upload(made, "en", "subtitles", subtitles("Nobody came to meet her."));
        client.captions().upload(made, "fr", "subtitles", subtitles("Personne n’était venu."));
        return made;
    }

    private String published(TitleAccess access) {
        var film = client.titles()
                .create(new CreateTitle()
                        .kind(TitleKind.MOVIE)
                        .texts(Map.of("en", new TitleText().name("Film")))
                        .access(access)
                        .assetId(asset))
                .id();
        client.titles().publish(film);
        return film;
    }

    private Path twoMinutes() {
        var film = data.resolve("film.mp4");
        var source = SHORT_FILM.toString();
        new Ffmpeg(data)
                .run(("-stream_loop 19 -i " + source + " -map 0:v -map 0:a -map 0:a -c copy"
                                + " -metadata:s:a:0 language=eng -metadata:s:a:1 language=fra " + film)
                        .split(" "));
        return film;
    }

    private Path subtitles(String text) {
        try {
            return Files.writeString(
                    Files.createTempFile(data, "subtitles", ".vtt"),
                    "WEBVTT\n\n00:00.000 --> 01:59.000\n%s\n".formatted(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VideoRung rung(int height, int kbps) {
        return new VideoRung()
                .name(height + "p")
                .codec(Codec.H264)
                .height(height)
                .kbps(kbps)
                .peakKbps(2 * kbps)
                .maxFrameRate(30);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("streamverse-cinema");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        static final Cinema CINEMA = begin();

        private static Cinema begin() {
            var cinema = new Cinema();
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(cinema::close));
            return cinema;
        }
    }
}
