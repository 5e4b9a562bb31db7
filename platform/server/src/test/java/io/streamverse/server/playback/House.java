package io.streamverse.server.playback;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import io.streamverse.kernel.signal.Signals;
import io.streamverse.kernel.storage.NewObject;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.media.index.ByteRange;
import io.streamverse.media.index.Content;
import io.streamverse.media.index.Encryption;
import io.streamverse.media.index.IndexTrack;
import io.streamverse.media.index.Scheme;
import io.streamverse.media.index.SegmentIndex;
import io.streamverse.media.index.Segments;
import io.streamverse.media.index.TrackInfo;
import io.streamverse.media.protection.KeyTier;
import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.VideoInfo;
import io.streamverse.server.keyring.KeySet;
import io.streamverse.server.keyring.Keyring;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A tenant with one film in H.264, and people who want to see it.
public final class House {
    private static final String PASSWORD = "correct horse battery";
    static final String START = "/viewer/v1/playbacks";
    private static final AtomicInteger VIEWERS = new AtomicInteger();
    private static final int TIMESCALE = 90_000;
    private final Stage stage;
    private final TenantSpace space;
    private final String host;
    private final List<KeySet> keys = new ArrayList<>();
    private String encrypted = "";
    public final TestTenant tenant;
    final Api api;
    public final String asset;

    private House(Stage stage, TestTenant tenant, TenantSpace space, Api api, String host) {
        this.stage = stage;
        this.tenant = tenant;
        this.space = space;
        this.api = api;
        this.host = host;
        this.asset = film(new KeySet("", Map.of()), Scheme.NONE);
    }

    public static House live(Stage stage) {
        var tenant = stage.tenant();
        return new House(stage, tenant, tenant.liveSpace(), tenant.live(), tenant.slug());
    }

    static House test(Stage stage) {
        var tenant = stage.tenant();
        return new House(stage, tenant, tenant.testSpace(), tenant.test(), tenant.slug() + "--test");
    }

    /// One of everything there is to play, for this fan: what stands for the parameters of paths, `room.parameter`
    /// before
    /// `parameter`.
    Map<String, String> things(Fan fan) {
        var tier = api.put("/v1/tiers/gold", Map.of("rank", 2, "streams", 3));
        if (tier.status() > 201) {
            throw new AssertionError(tier.toString());
        }
        var title = title();
        var playing = fan.playing(title);
        return Map.ofEntries(
                entry("titleId", title),
                entry("titles.id", title),
                entry("assetId", asset),
                entry("assets.id", asset),
                entry("viewerId", fan.id()),
                entry("viewers.id", fan.id()),
                entry("viewers.sessionId", fan.session()),
                entry("sessions.id", fan.session()),
                entry("playbacks.id", playing),
                entry("playback-sessions.id", playing),
                entry("analytics.id", playing),
                entry("profiles.id", fan.api().get("/viewer/v1/profiles").at("/data/0/id")),
                entry("tiers.name", "gold"),
                entry("id", "sub_01k9m6xw3t8r5v2c7b4n1q0z6d"),
                entry("name", "server.tenants.migrate"),
                entry("kind", "logo"),
                entry("system", "widevine"),
                entry("meter", "transcode.cpu"));
    }

    public record Fan(String id, Api api, String session) {
        public Answer start(String title) {
            return api.post(START, wish(title));
        }

        Answer start(String title, Map<String, Object> more) {
            var wish = wish(title);
            wish.putAll(more);
            return api.post(START, wish);
        }

        public String playing(String title) {
            var started = start(title);
            if (started.status() != 201) {
                throw new AssertionError(started.toString());
            }
            return started.at("/sessionId");
        }
    }

    static Map<String, Object> wish(String title) {
        return new HashMap<>(Map.of("titleId", title, "device", device("h264")));
    }

    static Map<String, Object> device(String codec) {
        return Map.of("id", "d-1", "name", "Laptop", "kind", "web", "codecs", List.of(codec), "player", "shaka");
    }

    public Fan fan() {
        var registration = Map.of(
                "email",
                "fan-%d@example.com".formatted(VIEWERS.incrementAndGet()),
                "password",
                PASSWORD,
                "name",
                "Ada",
                "locale",
                "en");
        return fan(guest("/viewer/v1/auth/register", registration));
    }

    public Fan fanOf(String tier) {
        var fan = fan();
        var granted = api.post("/v1/viewers/%s/grants".formatted(fan.id()), Map.of("tier", tier));
        if (granted.status() != 201) {
            throw new AssertionError(granted.toString());
        }
        return fan;
    }

    /// One whom the tenant signs in.
    Fan sent(Map<String, Object> session) {
        var body = new HashMap<>(session);
        body.put("externalId", "fan-" + VIEWERS.incrementAndGet());
        return fan(api.post("/v1/viewer-sessions", body));
    }

    Answer guest(String path, Object body) {
        var plain = new Api(api.url(), "").with("X-StreamVerse-Tenant", host).request("POST", path, body);
        return Api.send(HttpRequest.newBuilder(plain, (name, _) -> !name.equalsIgnoreCase("Authorization"))
                .build());
    }

    Answer guestGet(String path) {
        return viewer("").get(path);
    }

    Api viewer(String token) {
        return new Api(api.url(), token).with("X-StreamVerse-Tenant", host);
    }

    Fan signedInAgain(Fan fan) {
        var email = api.get("/v1/viewers/" + fan.id()).at("/email");
        return fan(guest("/viewer/v1/auth/login", Map.of("email", email, "password", PASSWORD)));
    }

    private Fan fan(Answer tokens) {
        if (tokens.status() > 201) {
            throw new AssertionError(tokens.toString());
        }
        return new Fan(tokens.at("/viewerId"), viewer(tokens.at("/accessToken")), tokens.at("/sessionId"));
    }

    public String title() {
        return title(Map.of());
    }

    String title(Map<String, Object> more) {
        return published(draft(more));
    }

    /// Its film is encrypted, sound and pictures under keys of their own.
    String encryptedTitle(Map<String, Object> more) {
        if (encrypted.isEmpty()) {
            keys.add(newKeys());
            encrypted = film(keys.getFirst(), Scheme.CENC);
        }
        var title = new HashMap<>(more);
        title.put("assetId", encrypted);
        return title(title);
    }

    /// A second version, under new keys.
    void encryptAnew() {
        keys.add(newKeys());
        serve(encrypted, 2, keys.getLast(), Scheme.CENC);
    }

    /// That of a version's pictures, as ClearKey writes it.
    String kid(int version) {
        var id = requireNonNull(keys.get(version - 1).keys().get(KeyTier.SD));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(HexFormat.of().parseHex(id));
    }

    private String published(String title) {
        var published = api.post("/v1/titles/%s/publication".formatted(title), "");
        if (published.status() != 200) {
            throw new AssertionError(published.toString());
        }
        return title;
    }

    String draft(Map<String, Object> more) {
        var title = new HashMap<String, Object>(
                Map.of("kind", "movie", "assetId", asset, "texts", Map.of("en", Map.of("name", "Metropolis"))));
        title.putAll(more);
        var made = api.post("/v1/titles", title);
        if (made.status() != 201) {
            throw new AssertionError(made.toString());
        }
        return made.at("/id");
    }

    static Map<String, Object> forTier(String tier) {
        return Map.of("access", Map.of("kind", "tier", "tier", tier));
    }

    void run(String sql) {
        stage.databaseOf(tenant.id()).run(sql.replace("$schema", space.schema()));
    }

    private String film(KeySet keys, Scheme scheme) {
        var id = api.post("/v1/assets", Map.of("name", "Metropolis")).at("/id");
        serve(id, 1, keys, scheme);
        return id;
    }

    private void serve(String film, int version, KeySet keys, Scheme scheme) {
        var key = "%swork/%s/index-%d".formatted(space.folder(), film, version);
        stage.server()
                .getApplicationContext()
                .getBean(ObjectStore.class)
                .put(
                        new ObjectKey(key),
                        NewObject.of("application/octet-stream"),
                        new ByteArrayInputStream(index(keys, scheme).bytes()));
        run("UPDATE $schema.bundle SET replaced_at = now() WHERE asset_id = '%s'".formatted(film));
        run("""
                INSERT INTO $schema.bundle (
                    id, asset_id, number, duration_ms, protection, key_id, index_key, renditions, poster_keys, created_at)
                VALUES ('%1$s-%5$d', '%1$s', %5$d, 12000, '%3$s', nullif('%4$s', ''), '%2$s', '[]', '[]', now())
                """.formatted(film, key, scheme, keys.id(), version));
        stage.server().getApplicationContext().getBean(Signals.class).tell("playables", space + "/" + film);
    }

    /// The film becomes an encrypted one, of one key for all of it: its id.
    String protect() {
        var id = newKeys(Set.of(KeyTier.SD)).id();
        serve(asset, 2, new KeySet(id, Map.of(KeyTier.SD, id, KeyTier.AUDIO, id)), Scheme.CBCS);
        return id;
    }

    private KeySet newKeys() {
        return newKeys(Set.of(KeyTier.AUDIO, KeyTier.SD));
    }

    private KeySet newKeys(Set<KeyTier> tiers) {
        var keyring = stage.server().getApplicationContext().getBean(Keyring.class);
        return TenantContext.call(space, () -> keyring.create(tiers));
    }

    private static SegmentIndex index(KeySet keys, Scheme scheme) {
        var picture = new Content.Picture(640, 360, new FrameRate(25, 1), VideoInfo.Range.SDR);
        return new SegmentIndex(
                List.of(
                        track(
                                "v-h264-360",
                                picture,
                                "avc1.64001e",
                                scheme,
                                keys.keys().get(KeyTier.SD)),
                        track(
                                "a-aac-en",
                                new Content.Sound(2, 48_000),
                                "mp4a.40.2",
                                scheme,
                                keys.keys().get(KeyTier.AUDIO))),
                true);
    }

    private static IndexTrack track(String id, Content content, String codecs, Scheme scheme, @Nullable String keyId) {
        var init = 700;
        var info = new TrackInfo(
                id,
                content,
                codecs,
                "en",
                TIMESCALE,
                new ByteRange(0, init),
                new Encryption(scheme, keyId, null),
                "nowhere/" + id);
        var segments = Segments.from(1, init, 0);
        for (int i = 0; i < 3; i++) {
            segments.add(50_000, 4L * TIMESCALE, content instanceof Content.Picture ? 9_000 : 0);
        }
        return new IndexTrack(info, segments.build());
    }
}
