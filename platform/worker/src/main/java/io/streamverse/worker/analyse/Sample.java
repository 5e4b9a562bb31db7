package io.streamverse.worker.analyse;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamverse.worker.tools.Outcome;
import io.streamverse.worker.tools.Outcome.End;
import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.WorkFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Decodes a second here and there: the proof that it can be done, and a look at whether pictures are woven of two
/// fields.
final class Sample {
    private static final Pattern FIELDS =
            Pattern.compile("Multi frame detection: TFF: *(\\d+) BFF: *(\\d+) Progressive: *(\\d+)");
    private static final Pattern CORRUPT = Pattern.compile("corrupt decoded frame");
    private static final List<Double> PLACES = List.of(0.0, 0.45, 0.8);
    private static final double SECONDS = 1;
    private static final int ENOUGH_FRAMES = 20;
    private final Tools tools;

    Sample(Tools tools) {
        this.tools = tools;
    }

    boolean isWoven(Path source, JsonNode video, double duration, Desk desk) throws WorkFailure, InterruptedException {
        var woven = 0L;
        var whole = 0L;
        for (var place : PLACES) {
            var outcome = decode(source, video, place * Math.max(0, duration - SECONDS), desk);
            for (var fields : FIELDS.matcher(outcome.log()).results().toList()) {
                woven += Math.max(Long.parseLong(fields.group(1)), Long.parseLong(fields.group(2)));
                whole += Long.parseLong(fields.group(3));
            }
        }
        return woven >= ENOUGH_FRAMES && woven > whole * 4;
    }

    /// From the keyframe that is found; there may be none after a place, where the container has no index.
    private Outcome decode(Path source, JsonNode video, double at, Desk desk) throws WorkFailure, InterruptedException {
        var frames = new long[1];
        var outcome = tools.ffmpeg(Stream.of(
                                List.of("-v", "info", "-threads", "2"),
                                seek(at),
                                Probe.ONLY_CONTAINERS,
                                List.of("-i", Tools.file(source), "-map", "0:" + Streams.index(video)),
                                List.of("-t", Double.toString(SECONDS), "-vf", "idet", "-f", "null", "-"))
                        .flatMap(List::stream)
                        .toList())
                .at(desk)
                .within(Duration.ofMinutes(3))
                .memory(4L << 30)
                .run(it -> frames[0] = it.frames());
        var log = outcome.log();
        if (log.contains("Decoding requested, but no decoder found") || log.contains("Unknown decoder")) {
            throw Refusal.UNSUPPORTED_CODEC.because(Streams.codec(video), log);
        }
        if (outcome.end() == End.TIME || outcome.end() == End.MEMORY) {
            throw Refusal.DAMAGED.because("a second of it takes more time or memory than any film needs", log);
        }
        var corrupt = CORRUPT.matcher(log).results().count();
        var nothing = frames[0] == 0 && (at == 0 || log.contains("Error submitting packet"));
        if (nothing || corrupt * 2 > frames[0]) {
            throw Refusal.DAMAGED.because(at, "pictures at %.1f s cannot be decoded", log);
        }
        return outcome;
    }

    /// The first keyframe of a container without an index may lie behind 0, and then nothing is found at all.
    private static List<String> seek(double at) {
        return at == 0 ? List.of() : List.of("-noaccurate_seek", "-ss", Double.toString(at));
    }
}
