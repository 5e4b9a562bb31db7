package io.streamverse.worker.fetch;

import io.streamverse.media.work.Done;
import io.streamverse.media.work.Work;
import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.Runner;
import io.streamverse.worker.work.WorkFailure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/// Pulls an original into the object store, going on where a connection broke.
@Singleton
final class Fetcher implements Runner<Work.Fetch> {
    private static final long WORTH_A_TRY = 1 << 20;
    private final FetchConfig config;
    private final Dialer dialer;

    @Inject
    Fetcher(FetchConfig config) {
        this(config, host -> List.of(InetAddress.getAllByName(host)));
    }

    Fetcher(FetchConfig config, Dialer.Names names) {
        this.config = config;
        this.dialer = new Dialer(config, names);
    }

    @Override
    public Class<Work.Fetch> kind() {
        return Work.Fetch.class;
    }

    @Override
    public Done.Fetched run(Work.Fetch work, Desk desk) throws WorkFailure, InterruptedException {
        var file = desk.folder().resolve("original");
        try (var download = new Download(file, work.maxBytes(), desk, new Parts(work.url(), config.part(), desk))) {
            pull(new Client(config, dialer), work, download, desk);
            var sha256 = download.finish();
            return new Done.Fetched(desk.deliver("original", "application/octet-stream", file), sha256);
        } catch (IOException e) {
            throw WorkFailure.passing("media.fetch.disk", "The worker cannot keep the file", e.toString());
        }
    }

    /// Who gets on is patient; who does not gives up after some tries.
    private void pull(Client client, Work.Fetch work, Download download, Desk desk)
            throws WorkFailure, InterruptedException {
        var tries = 0;
        while (true) {
            var before = download.received();
            try (var answer = client.get(work.url(), download.conditions())) {
                download.take(answer);
                return;
            } catch (IOException e) {
                tries = download.received() - before > WORTH_A_TRY ? 1 : tries + 1;
                if (tries >= config.tries()) {
                    throw FetchFailure.unreachable(work.url().getHost(), e.toString());
                }
            }
            desk.progress(download.share());
            Thread.sleep(config.pause().multipliedBy(tries));
        }
    }
}
