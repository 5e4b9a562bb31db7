package io.streamverse.server.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamverse.billing.metering.Metering;
import io.streamverse.kernel.storage.NewObject;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.media.index.ByteRange;
import io.streamverse.media.index.Content;
import io.streamverse.media.index.Encryption;
import io.streamverse.media.index.IndexTrack;
import io.streamverse.media.index.Scheme;
import io.streamverse.media.index.SegmentIndex;
import io.streamverse.media.index.Segments;
import io.streamverse.media.index.TrackInfo;
import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.VideoInfo;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Random bytes that pass for a film of one video and one audio track, three segments each, ready to be played.
final class Film {
    static final String VIDEO = "v-h264-360";
    static final String AUDIO = "a-aac-en";
    static final String VARIANT = "w-h264-360-none-plain";
    static final int INIT = 700;
    static final int SEGMENT = 50_000;
    static final int I_FRAME = 9_000;
    private static final int COUNT = 3;
    private static final int TIMESCALE = 90_000;

    private final Stage stage;
    private final TestTenant tenant;
    private final String asset;
    private final int size;
    private final byte[] bytes;

    private Film(Stage stage, TestTenant tenant, String asset, int size, byte[] bytes) {
        this.stage = stage;
        this.tenant = tenant;
        this.asset = asset;
        this.size = size;
        this.bytes = bytes;
    }

    static Film of(Stage stage, TestTenant tenant) {
        return of(stage, tenant, SEGMENT);
    }

    /// With segments of so many bytes.
    static Film of(Stage stage, TestTenant tenant, int size) {
        var asset = tenant.live().post("/v1/assets", Map.of("name", "Film")).at("/id");
        var bytes = new byte[INIT + COUNT * size];
        new Random(7).nextBytes(bytes);
        var film = new Film(stage, tenant, asset, size, bytes);
        film.store(VIDEO, bytes);
        film.store(AUDIO, bytes);
        film.store("index", film.index().bytes());
        film.store("story/board.vtt", "WEBVTT\n".getBytes(UTF_8));
        stage.run("""
                INSERT INTO %s.bundle (id, asset_id, number, duration_ms, protection, index_key, renditions,
                                       storyboard_key, poster_keys, created_at)
                VALUES ('%s-1', '%s', 1, 12000, 'NONE', '%s', '[]', '%s', '[]', now())
                """.formatted(
                        tenant.liveSpace().schema(), asset, asset, film.key("index"), film.key("story/board.vtt")));
        return film;
    }

    TestTenant tenant() {
        return tenant;
    }

    String asset() {
        return asset;
    }

    byte[] init() {
        return Arrays.copyOf(bytes, INIT);
    }

    String folder(Duration life) {
        return folder(VARIANT, List.of(VIDEO, AUDIO), life);
    }

    String folder(String variant, List<String> tracks, Duration life) {
        return folder(
                new Permit("pbs_1", asset, 1, variant, tracks, Instant.now().plus(life), null));
    }

    /// Bound to where a viewer is.
    String folder(Network network) {
        var until = Instant.now().plus(Duration.ofMinutes(5));
        return folder(new Permit("pbs_1", asset, 1, VARIANT, List.of(VIDEO, AUDIO), until, network));
    }

    private String folder(Permit permit) {
        return TenantContext.call(
                tenant.liveSpace(),
                () -> stage.server()
                        .getApplicationContext()
                        .getBean(Delivery.class)
                        .folder(permit));
    }

    /// Below its folder, with a token for all of it.
    HttpResponse<byte[]> get(String path, String... headers) {
        return stage(folder(Duration.ofMinutes(5)) + path, headers);
    }

    HttpResponse<byte[]> stage(String path, String... headers) {
        return send("GET", path, headers);
    }

    HttpResponse<byte[]> send(String method, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(stage.server().getURI() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return Api.http().send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// By its tenant, so far today.
    long used(String meter) {
        var now = Instant.now();
        return stage.billing()
                .getApplicationContext()
                .getBean(Metering.class)
                .totals(tenant.liveSpace(), now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)))
                .getOrDefault(meter, BigDecimal.ZERO)
                .longValueExact();
    }

    byte[] segment(int number) {
        return Arrays.copyOfRange(bytes, INIT + (number - 1) * size, INIT + number * size);
    }

    /// Without a token.
    String root() {
        return "/m/%s/%s/1/".formatted(tenant.id(), asset);
    }

    private SegmentIndex index() {
        var picture = new Content.Picture(640, 360, new FrameRate(25, 1), VideoInfo.Range.SDR);
        return new SegmentIndex(
                List.of(track(VIDEO, picture, "avc1.64001e"), track(AUDIO, new Content.Sound(2, 48_000), "mp4a.40.2")),
                true);
    }

    private IndexTrack track(String id, Content content, String codecs) {
        var info = new TrackInfo(
                id,
                content,
                codecs,
                "en",
                TIMESCALE,
                new ByteRange(0, INIT),
                new Encryption(Scheme.NONE, null, null),
                key(id));
        var segments = Segments.from(1, INIT, 0);
        for (int i = 0; i < COUNT; i++) {
            segments.add(size, 4L * TIMESCALE, content instanceof Content.Picture ? I_FRAME : 0);
        }
        return new IndexTrack(info, segments.build());
    }

    private String key(String name) {
        return tenant.liveSpace().folder() + "work/" + asset + "/" + name;
    }

    private void store(String name, byte[] content) {
        stage.server()
                .getApplicationContext()
                .getBean(ObjectStore.class)
                .put(
                        new ObjectKey(key(name)),
                        NewObject.of("application/octet-stream"),
                        new ByteArrayInputStream(content));
    }
}
