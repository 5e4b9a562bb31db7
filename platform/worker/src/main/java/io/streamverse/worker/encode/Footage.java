package io.streamverse.worker.encode;

import io.streamverse.media.plan.Chunk;
import io.streamverse.media.source.VideoInfo;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Output;
import io.streamverse.media.work.Work;
import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.WorkFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a chunk's pictures are read from: its piece where there is one, else the original. Moment 0 of the film is at
/// `originUs` in it.
record Footage(List<String> input, int stream, long originUs) {
    /// The packets that show a frame may lie some way behind it.
    static final long MARGIN_US = 1_000_000;

    /// Pieces are this much later than the original, since nothing in them may come before 0, as what is decoded ahead
    /// of the first picture would.
    private static final long LATER_US = 10_000_000;

    private static final long SECOND_US = 1_000_000;
    private static final String ROTATION = "rotation";

    static Footage of(Work.EncodeVideo work, Desk desk, Tools tools) throws WorkFailure, InterruptedException {
        var piece = piece(work.chunk(), desk);
        return piece.isPresent()
                ? ofPiece(desk.fetch(piece.get().key(), piece.get().bytes()), work.video(), tools, desk)
                : ofOriginal(
                        work.video(), work.chunk(), desk.fetch(work.source(), work.bytes()), new Seek(tools, desk));
    }

    private static Optional<Output> piece(Chunk chunk, Desk desk) {
        return desk.inputs().values().stream()
                .flatMap(it -> it instanceof Done.Pieces(var pieces)
                        ? Optional.ofNullable(pieces.get(chunk.number())).stream()
                        : Stream.empty())
                .findFirst();
    }

    /// Reading begins with a keyframe before the chunk.
    static Footage ofOriginal(VideoInfo video, Chunk chunk, Path file, Seek seek)
            throws WorkFailure, InterruptedException {
        var input = new ArrayList<>(List.of("-copyts"));
        input.addAll(seek.to(video.originUs() + video.frameRate().microseconds(chunk.firstFrame()), video, file));
        input.addAll(List.of("-i", Tools.file(file)));
        return new Footage(input, video.stream(), video.originUs());
    }

    /// NUT keeps every time, but not which way is up.
    private static Footage ofPiece(Path file, VideoInfo video, Tools tools, Desk desk)
            throws WorkFailure, InterruptedException {
        var rotation = tools.ffprobe(List.of(
                        "-v", "error", "-show_entries", "stream_tags=" + ROTATION, "-of", "csv=p=0", Tools.file(file)))
                .at(desk)
                .run()
                .orFail()
                .output()
                .strip();
        var input = new ArrayList<>(List.of("-copyts"));
        if (!rotation.isEmpty()) {
            input.addAll(List.of("-display_rotation:v:0", rotation));
        }
        input.addAll(List.of("-i", Tools.file(file)));
        return new Footage(input, 0, video.originUs() + laterUs(video));
    }

    /// Whole seconds, which are exact in any time base.
    static long laterUs(VideoInfo video) {
        return LATER_US + Math.max(0, Math.ceilDiv(-video.originUs(), SECOND_US) * SECOND_US);
    }

    static List<String> rotationTag(String degrees) {
        return List.of("-metadata:s:v:0", ROTATION + "=" + degrees);
    }

    static String seconds(long microseconds) {
        return String.format(Locale.ROOT, "%.6f", microseconds / 1e6);
    }
}
