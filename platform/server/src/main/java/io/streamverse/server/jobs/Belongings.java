package io.streamverse.server.jobs;

import io.streamverse.kernel.problem.Rejected;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Output;
import io.streamverse.media.work.Work;
import io.streamverse.media.work.WorkJson;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which objects a task may read, and which it may claim to have made. Always the tenant's own: workers are believed in
/// nothing that concerns others.
final class Belongings {
    private Belongings() {}

    /// All attempts of a task write below this.
    static String folder(TenantSpace space, Task task) {
        return "%swork/%s/%s/".formatted(space.folder(), task.job(), task.name());
    }

    static Set<String> readable(TenantSpace space, Task task, Iterable<String> inputs) {
        var home = space.folder();
        var keys = Stream.<String>builder();
        source(WorkJson.read(task.work(), Work.class)).ifPresent(keys::add);
        inputs.forEach(
                it -> outputs(WorkJson.read(it, Done.class)).map(Output::key).forEach(keys::add));
        return keys.build().filter(it -> it.startsWith(home)).collect(Collectors.toSet());
    }

    static void demandOwn(TenantSpace space, Task task, String done) {
        var folder = folder(space, task);
        var foreign =
                outputs(read(done)).filter(it -> !it.key().startsWith(folder)).findFirst();
        if (foreign.isPresent()) {
            throw new Rejected("jobs.output.foreign", foreign.get().key() + " was not made by this task");
        }
    }

    private static Done read(String done) {
        try {
            return WorkJson.read(done, Done.class);
        } catch (IllegalArgumentException e) {
            throw new Rejected("jobs.result.malformed", String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> source(Work work) {
        return switch (work) {
            case Work.Analyse it -> Optional.of(it.source());
            case Work.Split it -> Optional.of(it.source());
            case Work.EncodeVideo it -> Optional.of(it.source());
            case Work.EncodeAudio it -> Optional.of(it.source());
            case Work.Pictures it -> Optional.of(it.source());
            case Work.Fetch _, Work.Pack _ -> Optional.empty();
        };
    }

    static Stream<Output> outputs(Done done) {
        return switch (done) {
            case Done.Fetched it -> Stream.of(it.original());
            case Done.Analysed it -> it.captions().stream().map(Done.CaptionFile::text);
            case Done.Pieces it -> it.pieces().values().stream();
            case Done.Encoded it -> it.tracks().values().stream();
            case Done.Packed it -> it.renditions().stream().flatMap(each -> Stream.of(each.media(), each.index()));
            case Done.Pictured it ->
                Stream.of(List.of(it.storyboard()), it.sprites(), it.posters()).flatMap(List::stream);
        };
    }
}
