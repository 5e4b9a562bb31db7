package io.streamverse.worker.packaging;

import io.streamverse.media.work.Done;
import io.streamverse.media.work.Output;
import io.streamverse.worker.encode.Samples;
import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.WorkFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Puts a track's chunks behind each other without touching a sample.
final class Joiner {
    private final Tools tools;

    Joiner(Tools tools) {
        this.tools = tools;
    }

    Path join(String track, Desk desk) throws WorkFailure, InterruptedException {
        var chunks = new ArrayList<Path>();
        for (var output : chunks(track, desk)) {
            chunks.add(desk.fetch(output.key(), output.bytes()));
        }
        if (chunks.isEmpty()) {
            throw new IllegalStateException("No task encoded " + track);
        }
        return chunks.size() == 1 ? chunks.getFirst() : joined(track, chunks, desk);
    }

    private static List<Output> chunks(String track, Desk desk) {
        return desk.inputs().values().stream()
                .filter(Done.Encoded.class::isInstance)
                .map(it -> ((Done.Encoded) it).tracks().get(track))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Output::name))
                .toList();
    }

    private Path joined(String track, List<Path> chunks, Desk desk) throws WorkFailure, InterruptedException {
        var list = desk.folder().resolve("chunks.txt");
        var joined = desk.folder().resolve("joined.mp4");
        write(list, chunks.stream().map(Joiner::line).collect(Collectors.joining("\n")));
        tools.ffmpeg(List.of(
                        "-v",
                        "error",
                        "-f",
                        "concat",
                        "-safe",
                        "0",
                        "-i",
                        Tools.file(list),
                        "-c",
                        "copy",
                        "-video_track_timescale",
                        String.valueOf(Samples.in(chunks.getFirst()).timescale()),
                        "-movflags",
                        "+negative_cts_offsets",
                        "-use_editlist",
                        "0",
                        "-bitexact",
                        "-y",
                        Tools.file(joined)))
                .at(desk)
                .within(Duration.ofHours(1))
                .run()
                .orFail();
        demandAll(track, chunks, Samples.in(joined));
        return joined;
    }

    private static String line(Path chunk) {
        return "file '%s'".formatted(Tools.file(chunk).replace("'", "'\\''"));
    }

    /// A chunk whose frames do not last whole microseconds may begin a tick too early or too late.
    private static void demandAll(String track, List<Path> chunks, Samples joined) throws WorkFailure {
        long count = 0;
        long ticks = 0;
        for (var chunk : chunks) {
            var samples = Samples.in(chunk);
            count += samples.count();
            ticks += samples.ticks();
        }
        if (joined.count() != count || Math.abs(joined.ticks() - ticks) > chunks.size()) {
            throw WorkFailure.passing(
                    "media.tool.failed",
                    "The chunks of %s have %d frames of %d ticks, joined %d of %d"
                            .formatted(track, count, ticks, joined.count(), joined.ticks()),
                    "");
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
