package io.streamverse.events.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `work` is for workers, in JSON. Tasks of a `group` are made on one kind of `accelerator`, `cpu` or `gpu`, or begun
/// anew on the other. `weight` is the task's share of the job's progress.
public record WantedTask(
        String name,
        String work,
        List<String> needs,
        double weight,
        @Nullable String group,
        @Nullable String accelerator) {}
