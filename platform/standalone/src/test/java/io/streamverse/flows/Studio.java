package io.streamverse.flows;

import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.UploadOptions;
import io.streamverse.sdk.model.AssetRendition;
import io.streamverse.sdk.model.AudioRung;
import io.streamverse.sdk.model.Codec;
import io.streamverse.sdk.model.CreateEncode;
import io.streamverse.sdk.model.CreateLadder;
import io.streamverse.sdk.model.Protection;
import io.streamverse.sdk.model.VideoRung;
import io.streamverse.testkit.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Films of a tenant of their own in two sizes, encoded by the embedded worker with the real tools.
public final class Studio {
    private static final Path FILM = Path.of("src/test/resources/film.mp4");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private Studio() {}

    /// `client` is the tenant's own.
    public record Film(StreamVerse client, String asset) {}

    public static Film film(Protection protection) {
        var tenant = Service.tenant();
        return film(Service.live(tenant), FILM, protection);
    }

    public static Film film(StreamVerse client, Path file, Protection protection) {
        client.ladders().create(twoSizes());
        var upload = client.uploads().upload(file, UploadOptions.usual().withName("Film"));
        var asset = client.assets().untilReady(upload, PATIENCE).id();
        client.assets().encode(asset, new CreateEncode().ladder("two").protection(protection));
        Eventually.within(
                PATIENCE,
                "it is there in both sizes",
                () -> client.assets().get(asset).renditions().stream()
                        .map(AssetRendition::id)
                        .anyMatch(it -> it.startsWith("v-h264-144")));
        return new Film(client, asset);
    }

    private static CreateLadder twoSizes() {
        return new CreateLadder()
                .name("two")
                .video(List.of(rung(144, 100), rung(180, 200)))
                .audio(List.of(new AudioRung().name("64k").kbps(64).channels(2)));
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
}
