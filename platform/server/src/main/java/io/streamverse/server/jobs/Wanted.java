package io.streamverse.server.jobs;

import io.streamverse.events.media.WantedTask;
import io.streamverse.events.media.WorkWanted;
import io.streamverse.media.work.Work;
import io.streamverse.media.work.WorkJson;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// A task as it was wanted, once it was found sound: its name can stand in an object's key, its work can be read, and
/// what it needs comes before it in some order.
record Wanted(WantedTask task, String demand) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    static List<Wanted> of(WorkWanted wanted) {
        var names = new HashSet<String>();
        for (var task : wanted.tasks()) {
            if (!NAME.matcher(task.name()).matches() || !names.add(task.name())) {
                throw new IllegalArgumentException("No task can be called " + task.name());
            }
        }
        demandOrder(wanted.tasks());
        return wanted.tasks().stream().map(Wanted::of).toList();
    }

    private static Wanted of(WantedTask task) {
        return new Wanted(task, Demand.of(WorkJson.read(task.work(), Work.class), task.accelerator()));
    }

    private static void demandOrder(List<WantedTask> tasks) {
        var done = new HashSet<String>();
        var left = tasks;
        while (!left.isEmpty()) {
            var stuck =
                    left.stream().filter(it -> !done.containsAll(it.needs())).toList();
            if (stuck.size() == left.size()) {
                throw new IllegalArgumentException(stuck.getFirst().name() + " can never begin: it needs "
                        + stuck.getFirst().needs());
            }
            left.stream()
                    .filter(it -> done.containsAll(it.needs()))
                    .map(WantedTask::name)
                    .toList()
                    .forEach(done::add);
            left = stuck;
        }
    }
}
