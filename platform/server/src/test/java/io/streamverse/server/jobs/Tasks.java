package io.streamverse.server.jobs;

import io.streamverse.events.media.WantedTask;
import io.streamverse.media.ladder.Codec;
import io.streamverse.media.lease.Encoder;
import io.streamverse.media.lease.Registration;
import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.plan.Chunk;
import io.streamverse.media.plan.Protection;
import io.streamverse.media.plan.VideoTrack;
import io.streamverse.media.source.FrameRate;
import io.streamverse.media.source.VideoInfo;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Output;
import io.streamverse.media.work.Work;
import io.streamverse.media.work.WorkJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tasks as media wants them, and results as workers tell them.
final class Tasks {
    private static final VideoInfo VIDEO =
            new VideoInfo(0, "h264", 320, 180, new FrameRate(25, 1), false, 100, 0, VideoInfo.Range.SDR, false, 8);

    private Tasks() {}

    /// Of a kind that every worker here can do.
    static WantedTask task(String name, String... needs) {
        return wanted(name, new Work.Analyse("nobody/live/originals/x", 10), 1, null, null, needs);
    }

    static WantedTask analyse(String name, String source) {
        return wanted(name, new Work.Analyse(source, 10), 1, null, null);
    }

    static WantedTask pack(String name, String key, String... needs) {
        return wanted(name, new Work.Pack("v", "und", 4_000_000, Protection.CENC, key), 1, null, null, needs);
    }

    static WantedTask chunk(String name, String group, Accelerator on) {
        var track = new VideoTrack("v", Codec.H264, 320, 180, new FrameRate(25, 1), 50, 100, 100, 200, false);
        var work = new Work.EncodeVideo("x", 10, VIDEO, new Chunk(0, 0, 100), List.of(track), on);
        return wanted(name, work, 1, group, on.label());
    }

    static WantedTask weighing(double weight, String name) {
        var task = task(name);
        return new WantedTask(name, task.work(), List.of(), weight, null, null);
    }

    private static WantedTask wanted(
            String name,
            Work work,
            double weight,
            @Nullable String group,
            @Nullable String accelerator,
            String... needs) {
        return new WantedTask(name, WorkJson.write(work), List.of(needs), weight, group, accelerator);
    }

    static Registration able(String... kinds) {
        var all = kinds.length == 0 ? List.of("Analyse", "Split", "Pack") : List.of(kinds);
        return new Registration("worker", "1", 1, all, List.of(Accelerator.CPU), List.of(), null);
    }

    static Registration encodingOn(Accelerator accelerator) {
        return new Registration(
                "worker",
                "1",
                1,
                List.of("EncodeVideo", "Analyse", "Pack"),
                List.of(accelerator),
                List.of(new Encoder(Codec.H264, accelerator)),
                null);
    }

    /// Made nothing.
    static String nothing() {
        return WorkJson.write(new Done.Pieces(Map.of()));
    }

    static String made(String key) {
        return WorkJson.write(new Done.Pieces(Map.of(0, new Output("it", key, 1))));
    }
}
