package io.streamverse.worker.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamverse.media.work.Output;
import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.WorkFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is kept of a large file while it comes, so that another attempt need not ask for it again.
final class Parts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final URI url;
    private final long size;
    private final Desk desk;
    private final List<Output> kept = new ArrayList<>();

    /// As it lies in the checkpoint.
    record State(String url, String version, List<Output> parts) {}

    Parts(URI url, long size, Desk desk) {
        this.url = url;
        this.size = size;
        this.desk = desk;
    }

    /// Writes what an earlier attempt kept into the file, and says which version of the original it is.
    @Nullable
    String restore(Path file) throws InterruptedException {
        var state = state();
        if (state == null || !state.url().equals(url.toString())) {
            return null;
        }
        try (var out = Files.newOutputStream(file)) {
            for (var part : state.parts()) {
                Files.copy(desk.fetch(part.key(), part.bytes()), out);
            }
            kept.addAll(state.parts());
            return state.version();
        } catch (IOException | UncheckedIOException | WorkFailure _) {
            return null;
        }
    }

    void keep(Path file, long received, String version) throws WorkFailure, InterruptedException, IOException {
        var from = bytes();
        if (received - from < size) {
            return;
        }
        var part = desk.folder().resolve("part");
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            copy(in, received - from, part);
        }
        kept.add(desk.deliver("part-" + kept.size(), "application/octet-stream", part));
        Files.delete(part);
        desk.checkpoint(written(new State(url.toString(), version, kept)));
    }

    void forget() {
        kept.clear();
    }

    private long bytes() {
        return kept.stream().mapToLong(Output::bytes).sum();
    }

    private @Nullable State state() {
        try {
            var checkpoint = desk.checkpoint();
            return checkpoint == null ? null : JSON.readValue(checkpoint, State.class);
        } catch (JsonProcessingException _) {
            return null;
        }
    }

    private static String written(State state) throws JsonProcessingException {
        return JSON.writeValueAsString(state);
    }

    private static void copy(InputStream in, long bytes, Path to) throws IOException {
        try (var out = Files.newOutputStream(to)) {
            var buffer = new byte[1 << 20];
            for (var left = bytes; left > 0; ) {
                var n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (n < 0) {
                    throw new IOException("The file is shorter than what was received");
                }
                out.write(buffer, 0, n);
                left -= n;
            }
        }
    }
}
