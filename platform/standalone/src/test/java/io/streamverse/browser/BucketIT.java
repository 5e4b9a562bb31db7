package io.streamverse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.streamverse.flows.Studio;
import io.streamverse.kernel.app.App;
import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.model.Protection;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestBucket;
import io.streamverse.testkit.TestTenant;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// A film whose every byte lies in a bucket of S3, from its upload until its tenant is erased.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BucketIT {
    private static final Path FOLDER = Path.of("target", "bucket").toAbsolutePath();
    private static final Path FILM = Path.of("src/test/resources/film.mp4");
    private static final byte[] PICTURE = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
    private static final TestBucket BUCKET = TestBucket.start(FOLDER);
    private static final Stage STAGE = Stage.withBilling(settings());
    private static final EmbeddedServer WORKER = App.named("worker")
            .with("micronaut.server.port", -1)
            .with("management.port", -1)
            .with("worker.folder", FOLDER.resolve("worker").toString())
            .with("worker.server-url", STAGE.server().getURI().toString())
            .with("worker.key", Stage.WORKER_KEY)
            .start();
    private static final TestTenant TENANT = STAGE.tenant();

    private static Map<String, Object> settings() {
        var settings = new HashMap<>(BUCKET.settings());
        settings.put("closing.settle", "0s");
        return settings;
    }

    @AfterAll
    static void stop() {
        App.stop(WORKER);
        STAGE.close();
        BUCKET.close();
    }

    @Test
    @Order(1)
    void anUploadedFilmIsEncodedAndPlayedFromThere() {
        var client = StreamVerse.builder()
                .apiKey(TENANT.liveKey())
                .baseUrl(STAGE.server().getURI())
                .build();
        var film = Playing.of(
                Studio.film(client, FILM, Protection.NONE), STAGE.server().getURI());

        var manifest =
                URI.create(film.start("hls.js", List.of()).at("/manifests/hls").asText());
        var playlist = manifest.resolve(line(get(manifest), ".m3u8"));
        var segment = playlist.resolve(line(get(playlist), ".m4s"));

        assertThat(get(segment).status()).isEqualTo(200);
        assertThat(get(segment).text()).contains("moof", "mdat");
        assertThat(BUCKET.keys(TENANT.id() + "/live/originals/")).isNotEmpty();
        assertThat(STAGE.objects()).doesNotExist();
    }

    @Test
    @Order(2)
    void nothingOfAnErasedTenantIsLeftThere() {
        var erasure = STAGE.operator()
                .post(
                        "/operator/v1/tenants/" + TENANT.id() + "/erasure",
                        Map.of("slug", TENANT.slug(), "reason", "the contract ended"))
                .at("/id");

        Eventually.is("it is erased", () -> gone(erasure).equals("done"));
        assertThat(BUCKET.keys(TENANT.id() + "/")).isEmpty();
    }

    @Test
    @Order(3)
    void whoeverAsksForWhatABucketThatIsAwayHoldsIsToldToComeAgain() {
        var tenant = STAGE.tenant();
        BUCKET.close();

        var answer = Api.send(HttpRequest.newBuilder(STAGE.server().getURI().resolve("/v1/branding/pictures/logo"))
                .header("Authorization", "Bearer " + tenant.liveKey())
                .header("Content-Type", "image/png")
                .POST(BodyPublishers.ofByteArray(PICTURE))
                .build());

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("objects.store.unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    /// What the job does every ten seconds; and how the erasure stands then.
    private static String gone(String erasure) {
        STAGE.operator().post("/operator/v1/schedules/server.closing.end-tenants/runs", "");
        return STAGE.operator().get("/operator/v1/erasures/" + erasure).at("/state");
    }

    private static Answer get(URI address) {
        return new Api(address, "").get(address.toString());
    }

    private static String line(Answer playlist, String ending) {
        assertThat(playlist.status()).as(playlist.toString()).isEqualTo(200);
        return playlist.text()
                .lines()
                .filter(it -> !it.startsWith("#") && URI.create(it).getPath().endsWith(ending))
                .findFirst()
                .orElseThrow();
    }
}
