package io.streamverse.worker.flow;

import io.streamverse.media.index.IndexTrack;
import io.streamverse.media.index.SegmentIndex;
import io.streamverse.media.ladder.Codec;
import io.streamverse.media.ladder.Ladder;
import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.plan.EncodePlan;
import io.streamverse.media.plan.Planner;
import io.streamverse.media.plan.Protection;
import io.streamverse.media.plan.VideoTrack;
import io.streamverse.media.source.MediaInfo;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Work;
import io.streamverse.worker.analyse.TestAnalyse;
import io.streamverse.worker.encode.TestEncode;
import io.streamverse.worker.packaging.TestPackaging;
import io.streamverse.worker.tools.TestTools;
import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.LocalDesk;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// From a file to renditions with their parts of the index, as a job does it but in one thread.
final class Production {
    private final Path store;
    private final Path source;
    private final Map<String, Done> results = new LinkedHashMap<>();
    private final Map<String, Done.Rendition> renditions = new LinkedHashMap<>();
    private final Map<String, List<Packet>> packets = new HashMap<>();
    final MediaInfo media;
    final EncodePlan plan;

    private Production(Path store, Path source, Ladder ladder) throws Exception {
        this.store = store;
        this.source = source;
        var work = new Work.Analyse(source.toString(), Files.size(source));
        this.media = ((Done.Analysed) TestAnalyse.runner().run(work, desk())).media();
        this.plan = Planner.plan(media, ladder);
    }

    static Production of(Path store, Path source, Ladder ladder) throws Exception {
        var production = new Production(store, source, ladder);
        production.encodePictures();
        production.encodeSound();
        production.pack();
        return production;
    }

    private LocalDesk desk() throws Exception {
        var desk = new LocalDesk(store, Files.createTempDirectory(store, "desk"));
        results.forEach(desk::with);
        return desk;
    }

    private void encodePictures() throws Exception {
        var video = media.video();
        if (video == null) {
            return;
        }
        if (plan.chunks().size() > 1) {
            var split = new Work.Split(source.toString(), Files.size(source), video, plan.chunks());
            results.put("split", TestEncode.split().run(split, desk()));
        }
        for (var tracks : byCodec().values()) {
            for (var chunk : plan.chunks()) {
                var work = new Work.EncodeVideo(
                        source.toString(), Files.size(source), video, chunk, tracks, Accelerator.CPU);
                var name = "video-%s-%d".formatted(tracks.getFirst().codec().label(), chunk.number());
                results.put(name, TestEncode.video().run(work, desk()));
            }
        }
    }

    private Map<Codec, List<VideoTrack>> byCodec() {
        return plan.videos().stream().collect(Collectors.groupingBy(VideoTrack::codec));
    }

    private void encodeSound() throws Exception {
        var video = media.video();
        for (var track : plan.audios()) {
            var work = new Work.EncodeAudio(
                    source.toString(),
                    Files.size(source),
                    track,
                    video == null ? 0 : video.originUs(),
                    plan.durationMs());
            results.put(track.id(), TestEncode.audio().run(work, desk()));
        }
    }

    private void pack() throws Exception {
        for (var track : plan.videos()) {
            pack(track.id(), "und");
        }
        for (var track : plan.audios()) {
            pack(track.id(), track.language());
        }
    }

    private void pack(String track, String language) throws Exception {
        var work = new Work.Pack(track, language, plan.segmentUs(), Protection.NONE, null);
        var done = (Done.Packed) TestPackaging.runner().run(work, desk());
        renditions.put(track, done.renditions().getFirst());
    }

    SegmentIndex index() throws Exception {
        var parts = new ArrayList<SegmentIndex>();
        for (var rendition : renditions.values()) {
            parts.add(SegmentIndex.read(
                    Files.readAllBytes(store.resolve(rendition.index().key()))));
        }
        return SegmentIndex.join(parts);
    }

    IndexTrack track(String id) throws Exception {
        return index().track(id).orElseThrow();
    }

    /// What a player gets that follows the index: the head, then segment for segment.
    Path played(String id) throws Exception {
        var track = track(id);
        var played = Files.createTempFile(store, id, ".mp4");
        try (var in = FileChannel.open(store.resolve(track.info().media()));
                var out = Files.newOutputStream(played)) {
            copy(in, track.info().init().from(), track.info().init().bytes(), out);
            for (int number = 0; number < track.segments().end(); number++) {
                var range = track.segments().range(number);
                copy(in, range.from(), range.bytes(), out);
            }
        }
        return played;
    }

    private static void copy(FileChannel in, long from, long bytes, OutputStream out) throws Exception {
        var buffer = ByteBuffer.allocate(Math.toIntExact(bytes));
        in.read(buffer, from);
        out.write(buffer.array());
    }

    record Packet(long atUs, boolean isKey) {}

    List<Packet> packets(String id) throws Exception {
        var known = packets.get(id);
        if (known == null) {
            known = packets(played(id));
            packets.put(id, known);
        }
        return known;
    }

    private static List<Packet> packets(Path file) throws Exception {
        return TestTools.tools()
                .ffprobe(List.of(
                        "-v", "error", "-show_entries", "packet=pts_time,flags", "-of", "csv=p=0", Tools.file(file)))
                .run()
                .orFail()
                .output()
                .lines()
                .map(it -> it.split(","))
                .map(it -> new Packet(Math.round(Double.parseDouble(it[0]) * 1e6), it[1].startsWith("K")))
                .toList();
    }
}
