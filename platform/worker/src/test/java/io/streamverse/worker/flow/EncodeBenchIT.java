package io.streamverse.worker.flow;

import io.streamverse.media.ladder.AudioRung;
import io.streamverse.media.ladder.Codec;
import io.streamverse.media.ladder.Ladder;
import io.streamverse.media.ladder.VideoRung;
import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.plan.Chunk;
import io.streamverse.media.plan.EncodePlan;
import io.streamverse.media.plan.Planner;
import io.streamverse.media.plan.Protection;
import io.streamverse.media.source.MediaInfo;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Work;
import io.streamverse.testkit.bench.Measurement;
import io.streamverse.testkit.bench.Rounds;
import io.streamverse.worker.analyse.TestAnalyse;
import io.streamverse.worker.encode.TestEncode;
import io.streamverse.worker.packaging.TestPackaging;
import io.streamverse.worker.pictures.TestPictures;
import io.streamverse.worker.tools.TestTools;
import io.streamverse.worker.tools.Tools;
import io.streamverse.worker.work.LocalDesk;
import io.streamverse.worker.work.Runner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What our encode costs over a bare FFmpeg that makes the same renditions in one go, as somebody would type it: scaled
/// from the source, threads as it likes. Time on the processor is that of this JVM and of all it started.
@Tag("bench")
class EncodeBenchIT {
    private static final int SECONDS = Integer.getInteger("bench.seconds", 48);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int FRAMES = SECONDS * 30;
    private static final List<Chunk> WHOLE = List.of(new Chunk(0, 0, FRAMES));
    private static final List<Chunk> HALVES =
            List.of(new Chunk(0, 0, FRAMES / 2), new Chunk(1, FRAMES / 2, FRAMES / 2));
    private static final Ladder LADDER = new Ladder(
            List.of(rung(234, 145), rung(360, 365), rung(480, 1_100), rung(720, 2_800)),
            List.of(new AudioRung("128k", 128, 2)));

    @TempDir
    Path store;

    private final Map<String, Done> results = new HashMap<>();

    @Test
    void theStagesOfAFilm() throws Exception {
        var source = film();
        var work = new Work.Analyse(source.toString(), Files.size(source));
        var rounds = new Rounds();
        for (int round = 0; round < ROUNDS; round++) {
            var figures = new HashMap<String, Double>();
            var analysing = spent(() -> results.put("analyse", run(TestAnalyse.runner(), work)));
            var media = ((Done.Analysed) Objects.requireNonNull(results.remove("analyse"))).media();
            var plan = Planner.plan(media, LADDER);
            var bare = spent(() -> bare(source, plan));
            var whole = spent(() -> encode(source, media, plan, WHOLE));
            var halves = spent(() -> encode(source, media, plan, HALVES));
            var workers = spent(() -> encodeAtOnce(source, media, plan, HALVES));
            figures.put("bare cpu s/min", bare.cpu() * 60 / SECONDS);
            figures.put("whole cpu s/min", whole.cpu() * 60 / SECONDS);
            figures.put("chunked cpu s/min", halves.cpu() * 60 / SECONDS);
            figures.put("whole to bare, cpu", whole.cpu() / bare.cpu());
            figures.put("chunked to bare, cpu", halves.cpu() / bare.cpu());
            figures.put("whole to bare, wall", whole.wall() / bare.wall());
            figures.put("chunked to bare, wall", halves.wall() / bare.wall());
            figures.put("two workers to bare, wall", workers.wall() / bare.wall());
            figures.put("analyse cpu s/min", analysing.cpu() * 60 / SECONDS);
            figures.put("audio cpu s/min", spent(() -> sound(source, plan)).cpu() * 60 / SECONDS);
            figures.put("package cpu s/min", spent(() -> pack(plan)).cpu() * 60 / SECONDS);
            figures.put(
                    "pictures cpu s/min", spent(() -> pictures(source, media)).cpu() * 60 / SECONDS);
            results.clear();
            rounds.add(figures);
        }

        Measurement.report(
                Measurement.atMost("encode-whole-cpu", rounds.median("whole to bare, cpu"), "x", 1.02, rounds),
                Measurement.atMost("encode-chunked-cpu", rounds.median("chunked to bare, cpu"), "x", 1.08, rounds),
                Measurement.atMost("encode-wall", rounds.median("whole to bare, wall"), "x", 1.10, rounds),
                Measurement.atMost("encode-two-workers", rounds.median("two workers to bare, wall"), "x", 1, rounds));
    }

    private static VideoRung rung(int height, int kbps) {
        return new VideoRung(height + "p", Codec.H264, height, kbps, kbps * 3 / 2, 60);
    }

    private Path film() throws Exception {
        var film = store.resolve("film.mp4");
        ffmpeg(List.of(
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=1280x720:rate=30:duration=%d,noise=alls=10:allf=t".formatted(SECONDS),
                "-f",
                "lavfi",
                "-i",
                "anoisesrc=color=pink:amplitude=0.3:duration=%d".formatted(SECONDS),
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-crf",
                "20",
                "-g",
                "60",
                "-c:a",
                "aac",
                "-y",
                Tools.file(film)));
        return film;
    }

    private void bare(Path source, EncodePlan plan) throws Exception {
        var graph = new StringBuilder("[0:v]split=%d".formatted(plan.videos().size()));
        plan.videos().forEach(it -> graph.append("[s%s]".formatted(it.id())));
        plan.videos()
                .forEach(it ->
                        graph.append(";[s%s]scale=%d:%d[%s]".formatted(it.id(), it.width(), it.height(), it.id())));
        var arguments =
                new ArrayList<>(List.of("-v", "error", "-i", Tools.file(source), "-filter_complex", graph.toString()));
        for (var track : plan.videos()) {
            arguments.addAll(List.of(
                    "-map",
                    "[" + track.id() + "]",
                    "-c:v",
                    "libx264",
                    "-preset",
                    "veryfast",
                    "-profile:v",
                    "high",
                    "-sc_threshold",
                    "0",
                    "-g",
                    "60",
                    "-keyint_min",
                    "60",
                    "-b:v",
                    track.kbps() + "k",
                    "-maxrate",
                    track.peakKbps() + "k",
                    "-bufsize",
                    track.peakKbps() + "k",
                    "-y",
                    Tools.file(store.resolve(track.id() + ".bare.mp4"))));
        }
        ffmpeg(arguments);
    }

    private void encode(Path source, MediaInfo media, EncodePlan plan, List<Chunk> chunks) throws Exception {
        split(source, media, chunks);
        for (var chunk : chunks) {
            results.put("video-" + chunk.number(), run(TestEncode.video(), work(source, media, plan, chunk)));
        }
    }

    /// Each chunk as if by a worker of its own.
    private void encodeAtOnce(Path source, MediaInfo media, EncodePlan plan, List<Chunk> chunks) throws Exception {
        split(source, media, chunks);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var encodes = chunks.stream()
                    .map(it -> workers.submit(() -> run(TestEncode.video(), work(source, media, plan, it))))
                    .toList();
            for (var chunk : chunks) {
                results.put(
                        "video-" + chunk.number(), encodes.get(chunk.number()).get());
            }
        }
    }

    private void split(Path source, MediaInfo media, List<Chunk> chunks) throws Exception {
        results.clear();
        if (chunks.size() > 1) {
            var video = Objects.requireNonNull(media.video());
            results.put(
                    "split",
                    run(TestEncode.split(), new Work.Split(source.toString(), Files.size(source), video, chunks)));
        }
    }

    private static Work.EncodeVideo work(Path source, MediaInfo media, EncodePlan plan, Chunk chunk) throws Exception {
        var video = Objects.requireNonNull(media.video());
        return new Work.EncodeVideo(
                source.toString(), Files.size(source), video, chunk, plan.videos(), Accelerator.CPU);
    }

    private void sound(Path source, EncodePlan plan) throws Exception {
        var track = plan.audios().getFirst();
        var work = new Work.EncodeAudio(source.toString(), Files.size(source), track, 0, plan.durationMs());
        results.put("sound", run(TestEncode.audio(), work));
    }

    private void pack(EncodePlan plan) throws Exception {
        for (var track : plan.videos()) {
            run(TestPackaging.runner(), new Work.Pack(track.id(), "und", plan.segmentUs(), Protection.NONE, null));
        }
    }

    private void pictures(Path source, MediaInfo media) throws Exception {
        var video = Objects.requireNonNull(media.video());
        run(TestPictures.runner(), new Work.Pictures(source.toString(), Files.size(source), video, SECONDS * 1_000L));
    }

    private <W extends Work> Done run(Runner<W> runner, W work) throws Exception {
        var desk = new LocalDesk(store, Files.createTempDirectory(store, "desk"));
        results.forEach(desk::with);
        return runner.run(work, desk);
    }

    private void ffmpeg(List<String> arguments) throws Exception {
        TestTools.tools().ffmpeg(arguments).in(store).run().orFail();
    }

    private record Spent(double cpu, double wall) {}

    private interface Act {
        void run() throws Exception;
    }

    private static Spent spent(Act act) throws Exception {
        var cpu = cpuSeconds();
        var wall = System.nanoTime();
        act.run();
        return new Spent(cpuSeconds() - cpu, (System.nanoTime() - wall) / 1e9);
    }

    /// Our own, and that of the processes that ended.
    private static double cpuSeconds() throws Exception {
        var stat = Files.readString(Path.of("/proc/self/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        var ticks = 0L;
        for (int field = 11; field <= 14; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks / 100.0;
    }
}
