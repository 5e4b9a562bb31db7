package io.streamverse.worker.analyse;

import io.streamverse.media.captions.BrokenCaptions;
import io.streamverse.media.captions.Captions;
import io.streamverse.media.captions.Format;
import io.streamverse.media.source.CaptionInfo;
import io.streamverse.media.work.Done;
import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.WorkFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Takes the text out of the tracks of captions. What cannot be read is told of its track and holds up nothing.
final class CaptionTracks {
    private static final long BYTES_PER_SECOND = 5_000_000;
    /// Whatever else there is becomes SRT.
    private static final Set<String> COPIED = Set.of("subrip", "webvtt");

    private final Tools tools;

    CaptionTracks(Tools tools) {
        this.tools = tools;
    }

    /// The tracks, those refused that turned out to be broken, and the texts of the others.
    record Taken(List<CaptionInfo> tracks, List<Done.CaptionFile> texts) {}

    Taken take(Path source, List<CaptionInfo> tracks, long originUs, Desk desk)
            throws WorkFailure, InterruptedException {
        var readable = tracks.stream().filter(it -> it.notTaken() == null).toList();
        if (!readable.isEmpty() && !written(source, readable, desk)) {
            for (var track : readable) {
                written(source, List.of(track), desk);
            }
        }
        var found = new ArrayList<CaptionInfo>();
        var texts = new ArrayList<Done.CaptionFile>();
        for (var track : tracks) {
            try {
                if (track.notTaken() == null) {
                    texts.add(delivered(track, originUs, desk));
                }
                found.add(track);
            } catch (BrokenCaptions e) {
                found.add(track.refused(String.valueOf(e.getMessage())));
            }
        }
        return new Taken(List.copyOf(found), List.copyOf(texts));
    }

    /// All in one pass over the file, which may be large.
    private boolean written(Path source, List<CaptionInfo> tracks, Desk desk) throws WorkFailure, InterruptedException {
        var arguments = new ArrayList<>(List.of("-v", "error", "-copyts"));
        arguments.addAll(Probe.ONLY_CONTAINERS);
        arguments.addAll(List.of("-i", Tools.file(source)));
        for (var track : tracks) {
            arguments.addAll(List.of("-map", "0:" + track.stream(), "-map_metadata", "-1"));
            arguments.addAll(List.of("-c", COPIED.contains(track.codec()) ? "copy" : "srt"));
            arguments.addAll(List.of("-f", extension(track), "-y", Tools.file(file(track, desk))));
        }
        return tools.ffmpeg(arguments)
                .at(desk)
                .within(Duration.ofMinutes(5).plusSeconds(size(source) / BYTES_PER_SECOND))
                .memory(2L << 30)
                .writing(2L * Captions.MOST_BYTES)
                .run()
                .done();
    }

    private static Done.CaptionFile delivered(CaptionInfo track, long originUs, Desk desk)
            throws WorkFailure, InterruptedException {
        try {
            var file = file(track, desk);
            var bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            var format = track.codec().equals("webvtt") ? Format.VTT : Format.SRT;
            var captions = Captions.read(bytes, format).shift(-originUs / 1_000);
            var name = "captions/%d.vtt".formatted(track.stream());
            var text = Files.writeString(desk.folder().resolve(track.stream() + ".out.vtt"), captions.webVtt());
            return new Done.CaptionFile(
                    track.stream(),
                    desk.deliver(name, "text/vtt", text),
                    captions.cues().size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(CaptionInfo track, Desk desk) {
        return desk.folder().resolve("captions-%d.%s".formatted(track.stream(), extension(track)));
    }

    private static String extension(CaptionInfo track) {
        return track.codec().equals("webvtt") ? "webvtt" : "srt";
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
