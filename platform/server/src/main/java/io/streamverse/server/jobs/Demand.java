package io.streamverse.server.jobs;

import io.streamverse.media.lease.Registration;
import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.work.Work;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a task asks of a worker, in one word: `Analyse`, `Pictures/gpu`, `EncodeVideo/h264/cpu`.
final class Demand {
    private Demand() {}

    static String of(Work work, @Nullable String accelerator) {
        var kind = work.getClass().getSimpleName();
        if (accelerator == null) {
            return kind;
        }
        return work instanceof Work.EncodeVideo it && !it.tracks().isEmpty()
                ? "%s/%s/%s".formatted(kind, it.tracks().getFirst().codec().label(), accelerator)
                : kind + "/" + accelerator;
    }

    static List<String> metBy(Registration worker) {
        return worker.kinds().stream()
                .flatMap(kind -> Stream.concat(
                        Stream.of(kind),
                        Stream.concat(
                                worker.accelerators().stream().map(it -> kind + "/" + it.label()),
                                encoders(worker, kind))))
                .distinct()
                .toList();
    }

    private static Stream<String> encoders(Registration worker, String kind) {
        return kind.equals(Work.EncodeVideo.class.getSimpleName())
                ? worker.encoders().stream()
                        .map(it -> "%s/%s/%s"
                                .formatted(
                                        kind,
                                        it.codec().label(),
                                        it.accelerator().label()))
                : Stream.of();
    }

    /// The same work, made on the other kind of device.
    static Work on(Accelerator accelerator, Work work) {
        return work instanceof Work.EncodeVideo it
                ? new Work.EncodeVideo(it.source(), it.bytes(), it.video(), it.chunk(), it.tracks(), accelerator)
                : work;
    }
}
