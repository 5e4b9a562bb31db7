package io.streamverse.worker.leases;

import io.streamverse.media.lease.KeyWanted;
import io.streamverse.media.lease.NewOutput;
import io.streamverse.media.lease.OutputParts;
import io.streamverse.media.lease.Reading;
import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.work.ContentKey;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Output;
import io.streamverse.media.work.WorkJson;
import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.WorkFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// What an attempt reaches the world through. An attempt that is over ends at the next call.
final class LeasedDesk implements Desk, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private final Attempt attempt;
    private final ServerApi server;
    private final Transfers transfers;
    private final Cache cache;
    private final Path folder;
    private final Map<String, Done> inputs = new HashMap<>();
    private final ConcurrentLinkedQueue<Cache.Copy> copies = new ConcurrentLinkedQueue<>();
    private @Nullable String checkpoint;

    LeasedDesk(Attempt attempt, ServerApi server, Transfers transfers, Cache cache, Path folder) {
        this.attempt = attempt;
        this.server = server;
        this.transfers = transfers;
        this.cache = cache;
        this.folder = folder;
        this.checkpoint = attempt.lease().checkpoint();
        attempt.lease().inputs().forEach((task, done) -> inputs.put(task, WorkJson.read(done, Done.class)));
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Path fetch(String key, long bytes) throws WorkFailure, InterruptedException {
        return moved("worker.download.failed", () -> {
            var copy = cache.fetch(key, bytes, file -> transfers.download(() -> address(key), bytes, file));
            copies.add(copy);
            return copy.file();
        });
    }

    @Override
    public Output deliver(String name, String contentType, Path file) throws WorkFailure, InterruptedException {
        return moved("worker.upload.failed", () -> {
            var bytes = Files.size(file);
            var wanted = new NewOutput(number(), name, bytes, contentType);
            var place = Backoff.within(PATIENCE, () -> server.begin(id(), wanted));
            var etags = transfers.upload(place, contentType, file);
            var upload = place.upload();
            if (upload == null) {
                return new Output(name, place.key(), bytes);
            }
            return Backoff.within(
                    PATIENCE, () -> server.complete(id(), upload, new OutputParts(number(), name, etags)));
        });
    }

    @Override
    public Map<String, Done> inputs() {
        return Map.copyOf(inputs);
    }

    @Override
    public void progress(double share) throws InterruptedException {
        attempt.progress(share);
        attempt.demandRunning();
    }

    @Override
    public void busy(Accelerator on, long deviceMs) {
        attempt.busy(on, deviceMs);
    }

    @Override
    public ContentKey key(String keyId) throws WorkFailure, InterruptedException {
        return moved(
                "worker.key.unknown",
                () -> Backoff.within(PATIENCE, () -> server.key(id(), new KeyWanted(number(), keyId))));
    }

    @Override
    public @Nullable String checkpoint() {
        return checkpoint;
    }

    @Override
    public void checkpoint(String state) throws InterruptedException {
        checkpoint = state;
        attempt.checkpoint(state);
    }

    @Override
    public void close() {
        copies.forEach(cache::release);
        copies.clear();
    }

    private String address(String key) throws IOException, InterruptedException {
        return server.read(id(), new Reading(number(), List.of(key)))
                .data()
                .getFirst()
                .url();
    }

    private <T> T moved(String code, Backoff.Call<T> call) throws WorkFailure, InterruptedException {
        attempt.demandRunning();
        try {
            return call.make();
        } catch (IOException | Refused e) {
            attempt.demandRunning();
            throw WorkFailure.passing(code, String.valueOf(e.getMessage()), "");
        }
    }

    private String id() {
        return attempt.lease().id();
    }

    private int number() {
        return attempt.lease().attempt();
    }
}
