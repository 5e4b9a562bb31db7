package io.streamverse.flows;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Work;
import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.Runner;
import io.streamverse.worker.work.WorkFailure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeMap;

/// One file of all pieces, in the order of their names.
@Singleton
@Requires(property = "app", value = "worker")
@Requires(property = "flows.pieces", value = "true")
class Joining implements Runner<Work.Pack>, Ordered {
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Class<Work.Pack> kind() {
        return Work.Pack.class;
    }

    @Override
    public Done run(Work.Pack work, Desk desk) throws WorkFailure, InterruptedException {
        var file = desk.folder().resolve("all");
        try {
            for (var input : new TreeMap<>(desk.inputs()).values()) {
                if (input instanceof Done.Encoded piece) {
                    for (var output : piece.tracks().values()) {
                        var bytes = Files.readAllBytes(desk.fetch(output.key(), output.bytes()));
                        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var all = desk.deliver("all", "application/octet-stream", file);
        return new Done.Packed(List.of(new Done.Rendition(work.track(), all, all)));
    }
}
