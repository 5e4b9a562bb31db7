package io.streamverse.standalone.demo;

import static java.util.stream.Collectors.joining;

import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.WorkFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Makes films with the worker's FFmpeg, in two languages: the same chord, a fourth apart. Nobody but the encoder reads
/// them, so they are quickly written rather than small, with a keyframe for each tile of the storyboard.
final class Painter {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final double FOURTH = 4.0 / 3;
    private final Tools tools;

    Painter(Tools tools) {
        this.tools = tools;
    }

    void paint(Film film, Path file) throws WorkFailure, InterruptedException {
        tools.ffmpeg(command(film, file))
                .in(Objects.requireNonNull(file.getParent()))
                .within(PATIENCE)
                .run()
                .orFail();
    }

    private static List<String> command(Film film, Path file) {
        var graph = "%s,format=yuv420p[v];%s[en];%s[fr]"
                .formatted(film.picture(), sound(film.chord(), 1), sound(film.chord(), FOURTH));
        return List.of(
                "-y",
                "-filter_complex",
                graph,
                "-map",
                "[v]",
                "-map",
                "[en]",
                "-map",
                "[fr]",
                "-metadata:s:a:0",
                "language=eng",
                "-metadata:s:a:1",
                "language=fra",
                "-t",
                Integer.toString(film.seconds()),
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-crf",
                "18",
                "-g",
                "24",
                "-c:a",
                "flac",
                "-threads",
                "1",
                Tools.file(file));
    }

    /// Each voice swells at its own pace; the whole comes and goes softly.
    private static String sound(List<Double> chord, double higher) {
        var voices = chord.stream()
                .map(hertz -> String.format(
                        Locale.ROOT,
                        "0.14*sin(2*PI*%.2f*t)*(0.55+0.45*sin(2*PI*t*%.4f))",
                        hertz * higher,
                        0.03 + hertz / 4_000))
                .collect(joining("+"));
        return "aevalsrc=exprs='%s':s=16000,aresample=48000,aformat=channel_layouts=stereo,aecho=0.8:0.7:300:0.3,afade=d=2"
                .formatted(voices);
    }
}
