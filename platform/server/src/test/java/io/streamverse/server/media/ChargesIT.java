package io.streamverse.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.transaction.TransactionOperations;
import io.streamverse.billing.metering.Metering;
import io.streamverse.events.jobs.JobEnded;
import io.streamverse.events.jobs.TaskAttempt;
import io.streamverse.events.jobs.TaskResult;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.media.source.AudioInfo;
import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.MediaInfo;
import io.streamverse.media.source.VideoInfo;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Output;
import io.streamverse.media.work.WorkJson;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A film of ten seconds, 320x180: 5,000 ms for the picture (half a weight), 500 for each of two sounds.
class ChargesIT {
    private static final String SUM = "ab".repeat(32);
    private final Stage stage = Stage.shared();
    private final TestTenant tenant = stage.tenant();
    private Answer asset = tenant.live()
            .post("/v1/assets", Map.of("source", Map.of("url", "https://example.com/film.mp4", "maxBytes", 5000)));

    @BeforeEach
    void planned() {
        var original = new Output("original", "%s/live/work/x/fetch/1/original".formatted(tenant.id()), 321);
        end(
                "done",
                List.of(result("fetch", new Done.Fetched(original, SUM)), result("analyse", new Done.Analysed(film()))),
                List.of());
        Eventually.is("it is planned", () -> quota("reserved").equals("6000"));
        asset = tenant.live().get("/v1/assets/" + asset.at("/id"));
    }

    @Test
    void ourFailureIsChargedNothingAndCostsUsWhatItCost() {
        end("failed", List.of(picture(4_000)), List.of(new TaskAttempt("video-h264-0", 1, "cpu", 700)));

        Eventually.is(
                "it has failed",
                () -> tenant.live()
                        .get("/v1/assets/" + asset.at("/id"))
                        .at("/state")
                        .equals("failed"));
        assertThat(quota("reserved")).isEqualTo("0");
        assertThat(quota("settled")).isEqualTo("0");
        Eventually.is("our cost is booked", () -> booked("transcode.device").equals("700"));
        assertThat(booked("transcode.cpu")).isEqualTo("0");
    }

    @Test
    void whoWantsItNoMorePaysForFinishedChunks() {
        end("cancelled", List.of(picture(4_000)), List.of());

        Eventually.is("it is charged", () -> booked("transcode.cpu").equals("2000"));
        assertThat(quota("reserved")).isEqualTo("0");
    }

    @Test
    void neverMoreThanWasPlannedIsCharged() {
        end("cancelled", List.of(picture(40_000)), List.of());

        Eventually.is("it is charged", () -> booked("transcode.cpu").equals("5000"));
    }

    /// By way of the room jobs, which ends what nobody wants.
    @Test
    void whoDeletesItBeforeAnythingIsMadePaysNothing() {
        tenant.live().delete("/v1/assets/" + asset.at("/id"));

        Eventually.is("nothing is reserved", () -> quota("reserved").equals("0"));
        assertThat(booked("transcode.cpu")).isEqualTo("0");
    }

    private static TaskResult picture(long outputMs) {
        var chunk = new Output("v.mp4", "x", 1);
        return result("video-h264-0", new Done.Encoded(Map.of("v-h264-180", chunk), outputMs));
    }

    private static TaskResult result(String task, Done done) {
        return new TaskResult(task, "cpu", WorkJson.write(done));
    }

    private static MediaInfo film() {
        var video =
                new VideoInfo(0, "h264", 320, 180, new FrameRate(25, 1), false, 250, 0, VideoInfo.Range.SDR, false, 8);
        var audio = new AudioInfo(1, "aac", 2, 48_000, "de", true, new AudioInfo.Loudness(-23, -1, 5, -33));
        return new MediaInfo("mov", 321, SUM, 10_000, video, List.of(audio), List.of());
    }

    @SuppressWarnings("unchecked")
    private void end(String outcome, List<TaskResult> results, List<TaskAttempt> attempts) {
        var context = stage.server().getApplicationContext();
        TransactionOperations<Connection> transactions =
                context.getBean(TransactionOperations.class, Qualifiers.byName("default"));
        var ended = new JobEnded(
                asset.at("/jobId"), asset.at("/id"), 1, "", outcome, null, "as the test wants", results, attempts);
        TenantContext.run(
                tenant.liveSpace(),
                () -> transactions.executeWrite(_ -> {
                    context.getBean(Outbox.class).add(ended);
                    return ended;
                }));
    }

    private String quota(String column) {
        return String.valueOf(stage.ask("SELECT trim_scale(%s) FROM %s.quota WHERE meter = 'transcode.cpu'"
                .formatted(column, tenant.liveSpace().schema())));
    }

    private String booked(String meter) {
        var space = tenant.liveSpace();
        var metering = stage.billing().getApplicationContext().getBean(Metering.class);
        var now = Instant.now();
        var total = metering.totals(space, now.minusSeconds(3600), now.plusSeconds(3600))
                .get(meter);
        return total == null ? "0" : total.stripTrailingZeros().toPlainString();
    }
}
