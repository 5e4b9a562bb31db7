package io.streamverse.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.transaction.TransactionOperations;
import io.streamverse.events.jobs.JobEnded;
import io.streamverse.events.jobs.TaskResult;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.storage.NewObject;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.media.source.AudioInfo;
import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.MediaInfo;
import io.streamverse.media.source.VideoInfo;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Output;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsIT {
    private static final Stage STAGE = Stage.shared();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUM = "ab".repeat(32);
    private final TestTenant tenant = STAGE.tenant();

    @Test
    void anAssetWaitsForItsBytes() {
        var made = tenant.live().post("/v1/assets", Map.of("name", "Metropolis", "externalId", "m-1"));

        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.at("/state")).isEqualTo("waiting");
        assertThat(made.at("/keepOriginal")).isEqualTo("true");
        assertThat(tenant.live().get("/v1/assets/" + made.at("/id")).text()).isEqualTo(made.text());
        assertThat(tenant.live().get("/v1/assets?state=waiting&externalId=m-1").at("/data/0/id"))
                .isEqualTo(made.at("/id"));
        assertThat(tenant.live().get("/v1/assets?state=ready").at("/data/0/id")).isEmpty();
    }

    @Test
    void anExternalIdIsTakenOnce() {
        var first = tenant.live().post("/v1/assets", Map.of("externalId", "one"));

        assertThat(tenant.live().post("/v1/assets", Map.of("externalId", "one")).code())
                .isEqualTo("media.asset.external-id-taken");
        tenant.live().delete("/v1/assets/" + first.at("/id"));
        assertThat(tenant.live().post("/v1/assets", Map.of("externalId", "one")).status())
                .isEqualTo(201);
    }

    @Test
    void aChangeDoesNotOverwriteAnother() {
        var asset = "/v1/assets/" + tenant.live().post("/v1/assets", Map.of()).at("/id");
        var seen = tenant.live().get(asset).header("ETag");

        var changed = tenant.live()
                .with("If-Match", seen)
                .patch(asset, Map.of("name", "Nosferatu", "keepOriginal", false, "metadata", Map.of("year", "1922")));

        assertThat(changed.at("/name")).as(changed.toString()).isEqualTo("Nosferatu");
        assertThat(changed.at("/metadata/year")).isEqualTo("1922");
        assertThat(changed.at("/keepOriginal")).isEqualTo("false");
        assertThat(tenant.live()
                        .with("If-Match", seen)
                        .patch(asset, Map.of("name", "M"))
                        .status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://example.com/x", "file:///etc/passwd", "https://", "https://a@b/c", "https://[/x", "x"})
    void aSourceIsAnAddressOfTheWeb(String url) {
        var answer = tenant.live().post("/v1/assets", Map.of("source", Map.of("url", url)));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    }

    @Test
    void whatIsPulledIsHeldOnceItIsHereAndFreeOnceItIsGone() {
        var asset = pulled("https://example.com/film.mp4");
        assertThat(held()).isEqualTo("0 of original, 5000 reserved");

        end(asset, "done", null, fetched(brought(asset)), new Done.Analysed(film(), List.of()));

        var address = "/v1/assets/" + asset.at("/id");
        Eventually.is(
                "it is analysed",
                () -> tenant.live().get(address).at("/durationSeconds").equals("12.5"));
        var analysed = tenant.live().get(address);
        assertThat(analysed.at("/tracks/0/frameRate")).isEqualTo("24000/1001");
        assertThat(analysed.at("/tracks/1/language")).isEqualTo("de");
        assertThat(analysed.at("/sha256")).isEqualTo(SUM);
        assertThat(held()).isEqualTo("321 of original, 0 reserved");

        assertThat(tenant.live().delete(address).status()).isEqualTo(204);
        assertThat(tenant.live().get(address).status()).isEqualTo(404);
        assertThat(held()).isEqualTo("0 of original, 0 reserved");
        TenantContext.run(tenant.liveSpace(), bean(Sweep.class)::run);
        assertThat(store().list(tenant.id() + "/live/", null, 10).entries()).isEmpty();
    }

    private ObjectKey brought(Answer asset) {
        var key = new ObjectKey("%s/live/work/%s/fetch/1/original".formatted(tenant.id(), asset.at("/jobId")));
        store().put(key, NewObject.of("video/mp4"), new ByteArrayInputStream(new byte[321]));
        return key;
    }

    @Test
    void theSameBytesAreToldAndNotRefused() {
        var first = pulled("https://example.com/1.mp4");
        end(first, "done", null, fetched(brought(first)), new Done.Analysed(film(), List.of()));
        Eventually.is("the first is analysed", () -> sum(first).equals(SUM));
        var second = pulled("https://example.com/2.mp4");

        end(second, "done", null, fetched(brought(second)), new Done.Analysed(film(), List.of()));

        Eventually.is("the second is analysed", () -> sum(second).equals(SUM));
        assertThat(tenant.live().get("/v1/assets/" + second.at("/id")).at("/duplicateOf"))
                .isEqualTo(first.at("/id"));
    }

    @Test
    void aFailedJobFailsItsAssetAndFreesWhatWasReserved() {
        var asset = pulled("https://example.com/text.txt");

        end(asset, "failed", "media.source.not-a-video");

        var address = "/v1/assets/" + asset.at("/id");
        Eventually.is(
                "it has failed", () -> tenant.live().get(address).at("/state").equals("failed"));
        assertThat(tenant.live().get(address).at("/failure/code")).isEqualTo("media.source.not-a-video");
        assertThat(held()).isEqualTo("0 of original, 0 reserved");
    }

    @Test
    void whatIsDeletedMeanwhileStaysGone() {
        var asset = pulled("https://example.com/film.mp4");
        tenant.live().delete("/v1/assets/" + asset.at("/id"));
        assertThat(held()).isEqualTo("0 of original, 0 reserved");

        TenantContext.run(
                tenant.liveSpace(),
                () -> transactions().executeWrite(_ -> {
                    bean(Outcomes.class).ended(ended(asset, "cancelled", null, List.of()));
                    return asset;
                }));

        assertThat(tenant.live().get("/v1/assets/" + asset.at("/id")).status()).isEqualTo(404);
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        var asset = "/v1/assets/" + tenant.live().post("/v1/assets", Map.of()).at("/id");
        var other = STAGE.tenant().live();

        assertThat(other.get(asset).status()).isEqualTo(404);
        assertThat(other.patch(asset, Map.of("name", "x")).status()).isEqualTo(404);
        assertThat(other.delete(asset).status()).isEqualTo(404);
        assertThat(tenant.test().get(asset).status()).isEqualTo(404);
    }

    private Answer pulled(String url) {
        var answer = tenant.live().post("/v1/assets", Map.of("source", Map.of("url", url, "maxBytes", 5000)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private String sum(Answer asset) {
        return tenant.live().get("/v1/assets/" + asset.at("/id")).at("/sha256");
    }

    private static Done.Fetched fetched(ObjectKey key) {
        return new Done.Fetched(new Output("original", key.value(), 321), SUM);
    }

    private static MediaInfo film() {
        var video = new VideoInfo(
                0, "h264", 320, 180, new FrameRate(24000, 1001), false, 300, 0, VideoInfo.Range.SDR, false, 8);
        var audio = new AudioInfo(1, "aac", 2, 48_000, "de", true, new AudioInfo.Loudness(-23, -1, 5, -33));
        return new MediaInfo("mov", 321, SUM, 12_500, video, List.of(audio), List.of());
    }

    /// As the room jobs tells it.
    private void end(Answer asset, String outcome, @Nullable String code, Done... done) {
        var results = Arrays.stream(done)
                .map(it -> new TaskResult(it instanceof Done.Fetched ? "fetch" : "analyse", null, json(it)))
                .toList();
        TenantContext.run(
                tenant.liveSpace(),
                () -> transactions().executeWrite(_ -> {
                    bean(Outbox.class).add(ended(asset, outcome, code, results));
                    return asset;
                }));
    }

    private static JobEnded ended(Answer asset, String outcome, @Nullable String code, List<TaskResult> results) {
        return new JobEnded(
                asset.at("/jobId"), asset.at("/id"), 1, "fetch", outcome, code, "what went wrong", results, List.of());
    }

    private static String json(Done done) {
        try {
            return JSON.writeValueAsString(done);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private String held() {
        return String.valueOf(STAGE.ask(
                "SELECT coalesce(held ->> 'original', '0') || ' of original, ' || reserved || ' reserved' FROM "
                        + tenant.liveSpace().schema() + ".quota WHERE meter = 'storage.bytes'"));
    }

    @SuppressWarnings("unchecked")
    private static TransactionOperations<Connection> transactions() {
        return STAGE.server()
                .getApplicationContext()
                .getBean(TransactionOperations.class, Qualifiers.byName("default"));
    }

    private static ObjectStore store() {
        return bean(ObjectStore.class);
    }

    private static <T> T bean(Class<T> type) {
        return STAGE.server().getApplicationContext().getBean(type);
    }
}
