package io.streamverse.worker.corpus;

import io.streamverse.worker.tools.Tools;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// How FFmpeg is asked for the clips that are sound.
final class Recipes {
    static final String H264 = "-c:v libx264 -preset ultrafast -crf 16 -g 60 -pix_fmt yuv420p -threads 2";
    static final String AAC = "-c:a aac -b:a 128k";
    static final String CAPTIONS = "1\n00:00:00,500 --> 00:00:01,500\nGood evening.\n";

    private static final String CHAPTERS = """
            ;FFMETADATA1
            [CHAPTER]
            TIMEBASE=1/1
            START=0
            END=2
            title=One
            [CHAPTER]
            TIMEBASE=1/1
            START=2
            END=4
            title=Two
            """;

    private Recipes() {}

    static Corpus.Recipe film(String rate, String options) {
        return film(Scene.picture(320, 180, rate), options);
    }

    static Corpus.Recipe film(List<String> picture, String options) {
        return made(List.of(picture, Scene.sound()), H264 + " " + AAC + " -t 4 " + options);
    }

    static Corpus.Recipe silent(String rate, String options) {
        return made(List.of(Scene.picture(320, 180, rate)), H264 + " -t 4 " + options);
    }

    static Corpus.Recipe sound(String options) {
        return made(List.of(Scene.sound()), AAC + " -t 4 " + options);
    }

    static Corpus.Recipe surround() {
        return made(List.of(Scene.picture(320, 180, "30"), Scene.surround()), H264 + " -c:a aac -b:a 320k -t 4");
    }

    static Corpus.Recipe cover() {
        return made(
                List.of(Scene.sound(), Scene.picture(320, 180, "1")),
                AAC + " -t 4 -map 0:a -map 1:v -c:v mjpeg -frames:v 1 -disposition:v attached_pic");
    }

    static Corpus.Recipe covered() {
        return made(
                List.of(Scene.picture(320, 180, "30"), Scene.sound(), Scene.picture(180, 180, "1")),
                H264 + " " + AAC + " -t 4 -map 0:v -map 1:a -map 2:v -c:v:1 mjpeg -frames:v:1 1"
                        + " -disposition:v:1 attached_pic");
    }

    static Corpus.Recipe twoFilms() {
        return made(
                List.of(Scene.picture(320, 180, "30"), Scene.sound(), Scene.picture(160, 90, "25")),
                H264 + " " + AAC + " -t 4 -map 0:v -map 1:a -map 2:v");
    }

    static Corpus.Recipe chapters() {
        return file -> {
            var list = Files.writeString(file.resolveSibling("chapters.txt"), CHAPTERS);
            made(
                            List.of(
                                    Scene.picture(320, 180, "30"),
                                    Scene.sound(),
                                    List.of("-f", "ffmetadata", "-i", Tools.file(list))),
                            H264 + " " + AAC + " -t 4 -map 0 -map 1 -map_metadata 2")
                    .cook(file);
            Files.delete(list);
        };
    }

    static Corpus.Recipe hdr(String transfer) {
        var colours = ",setparams=color_primaries=bt2020:colorspace=bt2020nc:color_trc=" + transfer;
        return film(
                Scene.picture(320, 180, "30", ",format=yuv420p10le" + colours),
                "-c:v libx265 -x265-params log-level=none -pix_fmt yuv420p10le -tag:v hvc1");
    }

    /// Filmed with the camera on its side.
    static Corpus.Recipe rotated() {
        return file -> {
            var lying = file.resolveSibling("lying.mp4");
            film(Scene.picture(180, 320, "30", ",transpose=clock"), "").cook(lying);
            made(List.of(List.of("-display_rotation:v:0", "90", "-i", Tools.file(lying))), "-c copy")
                    .cook(file);
            Files.delete(lying);
        };
    }

    static Corpus.Recipe languages() {
        return file -> {
            var captions = Files.writeString(Files.createTempFile("captions", ".srt"), CAPTIONS);
            made(
                            List.of(
                                    Scene.picture(320, 180, "30"),
                                    Scene.sound(1_000),
                                    Scene.sound(1_250),
                                    List.of("-i", Tools.file(captions))),
                            H264 + " " + AAC + " -c:s srt -t 4 -map 0 -map 1 -map 2 -map 3"
                                    + " -metadata:s:a:0 language=eng -metadata:s:a:1 language=fra"
                                    + " -metadata:s:s:0 language=eng -disposition:a:0 0 -disposition:a:1 default")
                    .cook(file);
            Files.delete(captions);
        };
    }

    static Corpus.Recipe captions() {
        return file -> {
            var captions = Files.writeString(Files.createTempFile("captions", ".srt"), CAPTIONS);
            made(List.of(List.of("-i", Tools.file(captions))), "-c:s srt").cook(file);
            Files.delete(captions);
        };
    }

    static Corpus.Recipe still() {
        return made(List.of(Scene.picture(320, 180, "30")), "-frames:v 1");
    }

    static Corpus.Recipe blank(String size, String rate, String options) {
        return made(List.of(List.of("-f", "lavfi", "-i", "color=black:size=" + size + ":rate=" + rate)), options);
    }

    static Corpus.Recipe manyStreams() {
        return made(List.of(Scene.sound()), "-c:a libmp3lame -t 1" + " -map 0".repeat(100));
    }

    /// The packets of another clip in a new file.
    static Corpus.Recipe remade(Clip clip, String before, String after) {
        return file -> {
            var input = new ArrayList<>(words(before));
            input.addAll(List.of("-i", Tools.file(Corpus.file(clip))));
            made(List.of(input), "-c copy " + after).cook(file);
        };
    }

    static Corpus.Recipe made(List<List<String>> inputs, String options) {
        return Corpus.ffmpeg(inputs.stream().flatMap(List::stream).toList(), words(options));
    }

    private static List<String> words(String options) {
        return options.isBlank() ? List.of() : List.of(options.strip().split(" +"));
    }
}
