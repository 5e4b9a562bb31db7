package io.streamverse.worker.fetch;

import io.streamverse.media.work.Done;
import io.streamverse.media.work.Work;
import io.streamverse.worker.work.LocalDesk;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// Pulls with short patience. The host `localhost` is allowed, and only by that name.
final class Pull {
    private final Path store;
    private LocalDesk desk;

    Pull(Path store) throws Exception {
        this.store = store;
        this.desk = new LocalDesk(store, Files.createTempDirectory(store, "desk"));
    }

    /// Another attempt has a folder of its own, and what the last one wrote down.
    void again() throws Exception {
        var written = desk.checkpoint();
        desk = new LocalDesk(store, Files.createTempDirectory(store, "desk"));
        if (written != null) {
            desk.checkpoint(written);
        }
    }

    Done.Fetched from(ForeignServer server, String path) throws Exception {
        return from(server.url(path), 1_000_000, host -> List.of(InetAddress.getAllByName(host)));
    }

    Done.Fetched from(URI url, long most, Dialer.Names names) throws Exception {
        var anyPort = IntStream.rangeClosed(1, 65_535).boxed().toList();
        var config = new FetchConfig(
                Duration.ofSeconds(2),
                Duration.ofMillis(400),
                3,
                Duration.ofMillis(1),
                150_000,
                anyPort,
                List.of("localhost"));
        return new Fetcher(config, names).run(new Work.Fetch(url, most), desk);
    }

    String content(Done.Fetched fetched) throws Exception {
        return Files.readString(store.resolve(fetched.original().key()));
    }
}
