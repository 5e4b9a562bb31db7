package io.streamverse.server.media;

import static io.streamverse.server.media.EndedJob.bean;
import static io.streamverse.server.media.EndedJob.result;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.storage.NewObject;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.media.source.AudioInfo;
import io.streamverse.media.source.CaptionInfo;
import io.streamverse.media.source.MediaInfo;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Output;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoundCaptionsIT {
    private static final String TEXT = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nGood evening.\n";
    private static final String SRT = "1\n00:00:01,000 --> 00:00:02,000\nOurs.\n";
    private final Stage stage = Stage.shared();
    private final TestTenant tenant = stage.tenant();
    private final Answer asset = tenant.live()
            .post("/v1/assets", Map.of("source", Map.of("url", "https://example.com/film.mp4", "maxBytes", 5000)));

    @Test
    void whatCameInsideTheFileViewersGet() {
        analysed(track(2, false, true, null), track(3, true, false, null));

        var list = tenant.live().get(captions());
        assertThat(list.body().findValuesAsText("kind")).containsExactly("captions", "forced");
        assertThat(list.at("/data/0/language")).isEqualTo("en");
        assertThat(list.at("/data/0/label")).isEqualTo("English");
        assertThat(list.at("/data/0/fromFile")).isEqualTo("true");
        assertThat(tenant.live().get(captions() + "/" + list.at("/data/0/id")).text())
                .isEqualTo(TEXT);
    }

    @Test
    void whatSomebodyGaveGoesBefore() {
        give();

        analysed(track(2, false, false, null), track(3, false, false, null));

        assertThat(tenant.live().get(captions()).body().findValuesAsText("fromFile"))
                .containsExactly("false");
        assertThat(tracks().body().findValuesAsText("notTaken"))
                .containsExactly(
                        "There are others of the same language and kind.",
                        "There are others of the same language and kind.");
    }

    @Test
    void whatSomebodyGivesLaterReplacesIt() {
        analysed(track(2, false, false, null));

        give();

        assertThat(tenant.live().get(captions()).body().findValuesAsText("fromFile"))
                .containsExactly("false");
    }

    @Test
    void whatCannotBeTakenIsTold() {
        analysed(track(2, false, false, "These are pictures, not text."));

        assertThat(tracks().body().findValuesAsText("notTaken")).containsExactly("These are pictures, not text.");
        assertThat(tenant.live().get(captions()).body().findValuesAsText("id")).isEmpty();
    }

    private void give() {
        var given = tenant.live().with("Content-Type", "application/x-subrip").post(captions() + "?language=en", SRT);
        assertThat(given.status()).as(given.text()).isEqualTo(201);
    }

    private void analysed(CaptionInfo... tracks) {
        var folder = "%s/live/work/%s/".formatted(tenant.id(), asset.at("/jobId"));
        var original = new Output("original", folder + "fetch/1/original", 321);
        var texts = List.of(tracks).stream()
                .filter(it -> it.notTaken() == null)
                .map(it -> text(it, folder + "analyse/1/captions/%d.vtt".formatted(it.stream())))
                .toList();
        var sum = "ab".repeat(32);
        var audio = new AudioInfo(1, "aac", 2, 48_000, "de", true, new AudioInfo.Loudness(-23, -1, 5, -33));
        var media = new MediaInfo("matroska", 321, sum, 10_000, null, List.of(audio), List.of(tracks));
        EndedJob.of(
                tenant,
                asset,
                "done",
                List.of(
                        result("fetch", new Done.Fetched(original, sum)),
                        result("analyse", new Done.Analysed(media, texts))),
                List.of());
        Eventually.is("it is analysed", () -> !tracks().at("/durationSeconds").isEmpty());
    }

    private static Done.CaptionFile text(CaptionInfo track, String key) {
        bean(ObjectStore.class)
                .put(new ObjectKey(key), NewObject.of("text/vtt"), new ByteArrayInputStream(TEXT.getBytes(UTF_8)));
        return new Done.CaptionFile(track.stream(), new Output("captions", key, TEXT.length()), 1);
    }

    private static CaptionInfo track(int stream, boolean forced, boolean hearingImpaired, @Nullable String notTaken) {
        return new CaptionInfo(stream, "subrip", "en", forced, hearingImpaired, "English", notTaken);
    }

    private Answer tracks() {
        return tenant.live().get("/v1/assets/" + asset.at("/id"));
    }

    private String captions() {
        return "/v1/assets/" + asset.at("/id") + "/captions";
    }
}
