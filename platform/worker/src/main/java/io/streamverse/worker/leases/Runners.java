package io.streamverse.worker.leases;

import io.streamverse.media.lease.Encoder;
import io.streamverse.media.lease.Registration;
import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Work;
import io.streamverse.media.work.WorkJson;
import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.Runner;
import io.streamverse.worker.work.WorkFailure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What this worker can do.
@Singleton
class Runners {
    private final Map<String, ? extends Runner<?>> byKind;
    private final @Nullable Encoders encoders;
    private final LeasesConfig config;

    Runners(List<Runner<?>> runners, @Nullable Encoders encoders, LeasesConfig config) {
        this.byKind = runners.stream()
                .collect(Collectors.toMap(it -> it.kind().getSimpleName(), Function.identity(), (first, _) -> first));
        this.encoders = encoders;
        this.config = config;
    }

    Registration registration() throws IOException {
        var found = encoders == null ? List.<Encoder>of() : encoders.found();
        var accelerators = EnumSet.of(Accelerator.CPU);
        found.forEach(it -> accelerators.add(it.accelerator()));
        return new Registration(
                config.name(),
                Objects.requireNonNullElse(Runners.class.getPackage().getImplementationVersion(), "unreleased"),
                config.slots(),
                byKind.keySet().stream().sorted().toList(),
                List.copyOf(accelerators),
                found,
                encoders == null ? null : encoders.device());
    }

    Done run(String text, Desk desk) throws WorkFailure, InterruptedException {
        var work = WorkJson.read(text, Work.class);
        var runner = byKind.get(work.getClass().getSimpleName());
        if (runner == null) {
            throw new IllegalStateException(
                    "Nobody asked for " + work.getClass().getSimpleName());
        }
        return run(runner, work, desk);
    }

    private static <W extends Work> Done run(Runner<W> runner, Work work, Desk desk)
            throws WorkFailure, InterruptedException {
        return runner.run(runner.kind().cast(work), desk);
    }
}
