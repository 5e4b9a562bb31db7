package io.streamverse.flows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.streamverse.sdk.ListParams;
import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.UploadOptions;
import io.streamverse.sdk.model.AudioRung;
import io.streamverse.sdk.model.Codec;
import io.streamverse.sdk.model.CreateAsset;
import io.streamverse.sdk.model.CreateEncode;
import io.streamverse.sdk.model.CreateLadder;
import io.streamverse.sdk.model.VideoRung;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Ffmpeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The reels as one tenant's films, each in two sizes. All are uploaded when the first is asked for, so that the worker
/// encodes the later ones while the earlier are watched.
public final class Reels {
    private static final Path TOOLS = Path.of("target", "standalone", "worker").toAbsolutePath();
    private static final Path FOLDER = Path.of("target", "reels").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final StreamVerse CLIENT = Service.live(Service.tenant());
    private static final Map<Reel, String> ASSETS = upload();

    private Reels() {}

    public static Studio.Film film(Reel reel) {
        var asset = CLIENT.assets()
                .untilReady(requireNonNull(ASSETS.get(reel)), PATIENCE)
                .id();
        return new Studio.Film(CLIENT, asset);
    }

    private static Map<Reel, String> upload() {
        Eventually.is("the worker has unpacked its tools", Reels::hasWorker);
        var assets = new EnumMap<Reel, String>(Reel.class);
        Stream.of(Codec.H264, Codec.VP9, Codec.AV1, Codec.HEVC)
                .forEach(it -> CLIENT.ladders().create(twoSizes(it)));
        for (var reel : Reel.values()) {
            var encode = new CreateEncode().ladder(ladder(reel.codec())).protection(reel.protection());
            var asset = CLIENT.assets()
                    .create(new CreateAsset().name(reel.name()).encode(encode))
                    .id();
            CLIENT.uploads().upload(made(reel), UploadOptions.usual().withAssetId(asset));
            assets.put(reel, asset);
        }
        CLIENT.captions().upload(requireNonNull(assets.get(Reel.LANGUAGES)), "en", "subtitles", captions());
        return assets;
    }

    private static boolean hasWorker() {
        return !Service.operator().workers().list(ListParams.all()).data().isEmpty();
    }

    private static CreateLadder twoSizes(Codec codec) {
        return new CreateLadder()
                .name(ladder(codec))
                .video(List.of(rung(codec, 144), rung(codec, 180)))
                .audio(List.of(
                        new AudioRung().name("stereo").kbps(64).channels(2),
                        new AudioRung().name("surround").kbps(384).channels(6)));
    }

    private static VideoRung rung(Codec codec, int height) {
        return new VideoRung()
                .name(height + "p")
                .codec(codec)
                .height(height)
                .kbps(2 * height)
                .peakKbps(3 * height)
                .maxFrameRate(60);
    }

    private static String ladder(Codec codec) {
        return "small-" + codec.value();
    }

    private static Path made(Reel reel) {
        var file = FOLDER.resolve(reel + ".mkv");
        var command = new ArrayList<>(reel.recipe());
        command.add(file.toString());
        var ffmpeg = new Ffmpeg(TOOLS);
        try {
            Files.createDirectories(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ffmpeg.run(command.toArray(String[]::new));
        if (reel != Reel.ROTATED) {
            return file;
        }
        var turned = FOLDER.resolve("TURNED.mp4");
        ffmpeg.run("-display_rotation:v:0", "90", "-i", file.toString(), "-c", "copy", turned.toString());
        return turned;
    }

    private static Path captions() {
        try {
            var text = "WEBVTT\n\n00:00.000 --> 00:03.900\nGood evening.\n";
            return Files.write(FOLDER.resolve("captions.vtt"), text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
