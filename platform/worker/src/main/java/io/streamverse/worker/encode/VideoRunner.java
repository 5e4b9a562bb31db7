package io.streamverse.worker.encode;

import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.plan.VideoTrack;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Output;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Encodes a chunk for all rungs of a codec in one process: it is decoded and filtered once.
/// A graphics card counts as busy for as long as that process runs, processors for the time that it takes of them.
@Singleton
final class VideoRunner implements Runner<Work.EncodeVideo> {
    private static final Duration PATIENCE = Duration.ofHours(3);
    private static final long MEMORY = 16L << 30;

    /// Enough for any frame rate's own ticks, and for players that think in ninety thousandths.
    private static final int FINEST_TICK = 10_000;

    private static final Pattern NO_DEVICE = Pattern.compile(
            "nvenc|libcuda|CUDA|No capable devices|Unknown encoder|no device", Pattern.CASE_INSENSITIVE);

    private final Tools tools;

    VideoRunner(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Class<Work.EncodeVideo> kind() {
        return Work.EncodeVideo.class;
    }

    @Override
    public Done run(Work.EncodeVideo work, Desk desk) throws WorkFailure, InterruptedException {
        var footage = Footage.of(work, desk, tools);
        encode(work, footage, desk);
        var outputs = new LinkedHashMap<String, Output>();
        for (var track : work.tracks()) {
            var file = file(desk, track);
            demandAllFrames(work, track, file);
            outputs.put(track.id(), desk.deliver(outputName(track, work.chunk().number()), "video/mp4", file));
        }
        return new Done.Encoded(Map.copyOf(outputs), outputMs(work));
    }

    /// In the order of chunks when sorted by name.
    private static String outputName(VideoTrack track, int chunk) {
        return "%s/%06d.mp4".formatted(track.id(), chunk);
    }

    /// Chunks' add up to what the whole film has.
    private static long outputMs(Work.EncodeVideo work) {
        var rate = work.video().frameRate();
        var first = work.chunk().firstFrame();
        return rate.microseconds(first + work.chunk().frames()) / 1000 - rate.microseconds(first) / 1000;
    }

    private void encode(Work.EncodeVideo work, Footage footage, Desk desk) throws WorkFailure, InterruptedException {
        var first = work.tracks().getFirst();
        var frames = framesOf(work, first);
        var ffmpeg = tools.ffmpeg(arguments(work, footage, desk))
                .at(desk)
                .within(PATIENCE)
                .memory(MEMORY);
        var stopwatch = new Stopwatch(work.accelerator(), desk);
        var outcome = ffmpeg.run(progress -> {
            stopwatch.tell();
            desk.progress(Math.min(1, (double) progress.frames() / frames));
        });
        stopwatch.tell();
        demandDevice(work, outcome);
        outcome.orFail();
    }

    private static void demandDevice(Work.EncodeVideo work, Outcome outcome) throws WorkFailure {
        if (!outcome.done()
                && work.accelerator() == Accelerator.GPU
                && NO_DEVICE.matcher(outcome.log()).find()) {
            throw unavailable(work.accelerator(), outcome.log());
        }
    }

    private static WorkFailure unavailable(Accelerator accelerator, String log) {
        return WorkFailure.passing(
                "media.encoder.unavailable", "This machine cannot encode that on its " + accelerator.label(), log);
    }

    private static List<String> arguments(Work.EncodeVideo work, Footage footage, Desk desk) throws WorkFailure {
        var arguments = new ArrayList<>(List.of("-v", "error"));
        arguments.addAll(footage.input());
        arguments.addAll(
                List.of("-filter_complex", new VideoGraph(work.video(), work.chunk(), work.tracks()).text(footage)));
        for (var track : work.tracks()) {
            arguments.addAll(output(work, track, file(desk, track)));
        }
        return arguments;
    }

    private static List<String> output(Work.EncodeVideo work, VideoTrack track, Path file) throws WorkFailure {
        var recipe = Recipe.find(track, work.accelerator()).orElseThrow(() -> unavailable(work.accelerator(), ""));
        var output = new ArrayList<>(List.of("-map", VideoGraph.out(track), "-fps_mode", "passthrough"));
        output.addAll(recipe.options(track.kbps(), track.peakKbps(), track.framesPerGop()));
        output.addAll(List.of("-video_track_timescale", String.valueOf(timescale(track))));
        output.addAll(List.of("-movflags", "+negative_cts_offsets", "-use_editlist", "0"));
        output.addAll(List.of("-map_metadata", "-1", "-bitexact", "-f", "mp4", "-y", Tools.file(file)));
        return output;
    }

    private static int timescale(VideoTrack track) {
        var ticks = track.frameRate().numerator();
        return ticks * Math.max(1, Math.ceilDiv(FINEST_TICK, ticks));
    }

    private static Path file(Desk desk, VideoTrack track) {
        return desk.folder().resolve(track.id() + ".mp4");
    }

    private static long framesOf(Work.EncodeVideo work, VideoTrack track) {
        var times = Math.round(
                work.video().frameRate().perSecond() / track.frameRate().perSecond());
        return Math.ceilDiv(work.chunk().frames(), times);
    }

    private static void demandAllFrames(Work.EncodeVideo work, VideoTrack track, Path file) throws WorkFailure {
        var wanted = framesOf(work, track);
        var found = Samples.in(file).count();
        if (found != wanted) {
            throw WorkFailure.permanent(
                    "media.source.damaged",
                    "Chunk %d of %s has %d frames instead of %d"
                            .formatted(work.chunk().number(), track.id(), found, wanted),
                    "");
        }
    }
}
