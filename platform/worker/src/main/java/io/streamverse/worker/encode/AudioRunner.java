package io.streamverse.worker.encode;

import io.streamverse.media.source.AudioInfo.Loudness;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Work;
import io.streamverse.worker.tools.Outcome;
import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.Runner;
import io.streamverse.worker.work.WorkFailure;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Encodes a whole track of sound, from moment 0 of the film to its end and equally loud as all others.
@Singleton
final class AudioRunner implements Runner<Work.EncodeAudio> {
    private static final Duration PATIENCE = Duration.ofHours(3);
    private final Tools tools;

    AudioRunner(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Class<Work.EncodeAudio> kind() {
        return Work.EncodeAudio.class;
    }

    @Override
    public Done run(Work.EncodeAudio work, Desk desk) throws WorkFailure, InterruptedException {
        var source = desk.fetch(work.source(), work.bytes());
        var graph = new AudioGraph(work);
        var loudness = graph.isAsAnalysed() ? work.track().source().loudness() : measured(graph, source, desk);
        var file = desk.folder().resolve(work.track().id() + ".mp4");
        run(encode(work, graph.encoded(loudness), source, file), work.durationMs(), desk);
        demandWhole(work, file);
        var output = desk.deliver(work.track().id() + "/sound.mp4", "audio/mp4", file);
        return new Done.Encoded(Map.of(work.track().id(), output), work.durationMs());
    }

    /// Mixing channels down changes how loud they are, by as much as what they say has in common.
    private Loudness measured(AudioGraph graph, Path source, Desk desk) throws WorkFailure, InterruptedException {
        var arguments = input(source);
        arguments.addAll(List.of("-filter_complex", graph.measured(), "-map", "[out]", "-f", "null", "-"));
        return MeasuredLoudness.in(run(arguments, Long.MAX_VALUE, desk).log());
    }

    private static List<String> encode(Work.EncodeAudio work, String graph, Path source, Path file) {
        var arguments = input(source);
        arguments.addAll(List.of("-filter_complex", graph, "-map", "[out]"));
        arguments.addAll(List.of("-c:a", "aac", "-b:a", work.track().kbps() + "k"));
        arguments.addAll(List.of("-use_editlist", "0", "-avoid_negative_ts", "make_zero"));
        arguments.addAll(List.of("-map_metadata", "-1", "-bitexact", "-f", "mp4", "-y", Tools.file(file)));
        return arguments;
    }

    private static List<String> input(Path source) {
        return new ArrayList<>(List.of("-v", "info", "-vn", "-copyts", "-i", Tools.file(source)));
    }

    private Outcome run(List<String> arguments, long durationMs, Desk desk) throws WorkFailure, InterruptedException {
        return tools.ffmpeg(arguments)
                .at(desk)
                .within(PATIENCE)
                .run(progress -> desk.progress(Math.clamp(progress.outTimeUs() / 1e3 / durationMs, 0, 1)))
                .orFail();
    }

    private static void demandWhole(Work.EncodeAudio work, Path file) throws WorkFailure {
        var samples = Samples.in(file);
        var missing = AudioGraph.samplesIn(work.durationMs()) - samples.ticks();
        if (missing != 0) {
            throw WorkFailure.passing(
                    "media.tool.failed",
                    "%s is %d samples too short".formatted(work.track().id(), missing),
                    "");
        }
    }
}
