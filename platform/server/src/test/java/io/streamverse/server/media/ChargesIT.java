package io.streamverse.server.media;

import static io.streamverse.server.media.EndedJob.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.billing.metering.Metering;
import io.streamverse.events.jobs.TaskAttempt;
import io.streamverse.events.jobs.TaskResult;
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
    private Answer asset = wanted("cpu");

    @BeforeEach
    void planned() {
        analysed();
        Eventually.is("it is planned", () -> quota("reserved").equals("6000"));
        asset = tenant.live().get("/v1/assets/" + asset.at("/id"));
    }

    private Answer wanted(String accelerator) {
        var source = Map.of("url", "https://example.com/film.mp4", "maxBytes", 5000);
        return tenant.live().post("/v1/assets", Map.of("source", source, "encode", Map.of("accelerator", accelerator)));
    }

    private void analysed() {
        var original =
                new Output("original", "%s/live/work/%s/fetch/1/original".formatted(tenant.id(), asset.at("/id")), 321);
        end(
                "done",
                List.of(
                        result("fetch", new Done.Fetched(original, SUM)),
                        result("analyse", new Done.Analysed(film(), List.of()))),
                List.of());
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

    /// The quote was for a graphics card, and a processor's price is higher in every plan.
    @Test
    void whatFallsBackToAProcessorIsChargedAsQuoted() {
        asset = wanted("gpu");
        analysed();
        Eventually.is("it is planned", () -> quota("transcode.gpu", "reserved").equals("6000"));
        asset = tenant.live().get("/v1/assets/" + asset.at("/id"));

        end("cancelled", List.of(picture(4_000)), List.of(new TaskAttempt("video-h264-0", 2, "cpu", 700)));

        Eventually.is("it is charged", () -> booked("transcode.gpu").equals("2000"));
        assertThat(booked("transcode.cpu")).isEqualTo("0");
        assertThat(booked("transcode.device")).isEqualTo("700");
        assertThat(quota("transcode.gpu", "settled")).isEqualTo("2000");
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

    private static MediaInfo film() {
        var video =
                new VideoInfo(0, "h264", 320, 180, new FrameRate(25, 1), false, 250, 0, VideoInfo.Range.SDR, false, 8);
        var audio = new AudioInfo(1, "aac", 2, 48_000, "de", true, new AudioInfo.Loudness(-23, -1, 5, -33));
        return new MediaInfo("mov", 321, SUM, 10_000, video, List.of(audio), List.of());
    }

    private void end(String outcome, List<TaskResult> results, List<TaskAttempt> attempts) {
        EndedJob.of(tenant, asset, outcome, results, attempts);
    }

    private String quota(String column) {
        return quota("transcode.cpu", column);
    }

    private String quota(String meter, String column) {
        return String.valueOf(stage.ask("SELECT trim_scale(%s) FROM %s.quota WHERE meter = '%s'"
                .formatted(column, tenant.liveSpace().schema(), meter)));
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
