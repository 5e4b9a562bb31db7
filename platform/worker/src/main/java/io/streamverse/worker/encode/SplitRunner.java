package io.streamverse.worker.encode;

import io.streamverse.media.plan.Chunk;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Output;
import io.streamverse.media.work.Work;
import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.Runner;
import io.streamverse.worker.work.WorkFailure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Copies the packets that each chunk needs into a piece of its own, so that a worker does not fetch a whole film for
/// half a minute of it. What cannot be copied has no piece, and is read from the original.
@Singleton
final class SplitRunner implements Runner<Work.Split> {
    private final Tools tools;

    SplitRunner(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Class<Work.Split> kind() {
        return Work.Split.class;
    }

    @Override
    public Done run(Work.Split work, Desk desk) throws WorkFailure, InterruptedException {
        var source = desk.fetch(work.source(), work.bytes());
        var rotation = rotation(work, source, desk);
        var pieces = new HashMap<Integer, Output>();
        for (var chunk : work.chunks()) {
            var piece = file(chunk, desk);
            if (copied(work, chunk, source, rotation, desk)) {
                pieces.put(chunk.number(), desk.deliver("pieces/" + piece.getFileName(), "video/x-nut", piece));
            }
            delete(piece);
            desk.progress((chunk.number() + 1.0) / work.chunks().size());
        }
        return new Done.Pieces(Map.copyOf(pieces));
    }

    private boolean copied(Work.Split work, Chunk chunk, Path source, List<String> rotation, Desk desk)
            throws WorkFailure, InterruptedException {
        var video = work.video();
        var end = video.originUs()
                + video.frameRate().microseconds(chunk.firstFrame() + chunk.frames())
                + Footage.MARGIN_US;
        var arguments = new ArrayList<>(List.of("-v", "error"));
        arguments.addAll(
                Footage.ofOriginal(video, chunk, source, new Seek(tools, desk)).input());
        arguments.addAll(List.of("-map", "0:" + video.stream(), "-c", "copy", "-to", Footage.seconds(end)));
        arguments.addAll(List.of("-output_ts_offset", Footage.seconds(Footage.laterUs(video)), "-map_metadata", "-1"));
        arguments.addAll(rotation);
        arguments.addAll(List.of("-f", "nut", "-y", Tools.file(file(chunk, desk))));
        return tools.ffmpeg(arguments).at(desk).run().done();
    }

    private List<String> rotation(Work.Split work, Path source, Desk desk) throws WorkFailure, InterruptedException {
        var degrees = tools.ffprobe(List.of(
                        "-v",
                        "error",
                        "-select_streams",
                        String.valueOf(work.video().stream()),
                        "-show_entries",
                        "stream_side_data=rotation",
                        "-of",
                        "csv=p=0",
                        Tools.file(source)))
                .at(desk)
                .run()
                .orFail()
                .output()
                .strip();
        return degrees.isEmpty() ? List.of() : Footage.rotationTag(degrees);
    }

    private static Path file(Chunk chunk, Desk desk) {
        return desk.folder().resolve("%06d.nut".formatted(chunk.number()));
    }

    private static void delete(Path piece) {
        try {
            Files.deleteIfExists(piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
